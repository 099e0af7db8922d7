"""Names of diseases and complaints with the field of medicine each belongs to, as data for ``conditions.py``."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Field(StrEnum):
    """Fields of medicine, as coarse as the question "does the author know this" needs them."""

    MUSCLE_BONE = "musculoskeletal"
    FOOT = "foot"
    NERVE = "neurology"
    MIND = "mental health"
    HEARING = "hearing"
    BALANCE = "balance"
    NOSE = "ear, nose and throat"
    LUNG = "lung"
    SLEEP = "sleep"
    HEART = "heart"
    HORMONE = "endocrine"
    GUT = "digestive"
    KIDNEY = "kidney"
    UROLOGY = "urology"
    CANCER = "cancer"
    SKIN = "skin"
    IMMUNE = "rheumatology"
    EYE = "eye"
    TEETH = "dental"
    BLOOD = "blood"
    INFECTION = "infection"
    WOMEN = "gynecology"
    OTHER = "other"  # a disease by its form, of a field not known


FIELD_WORDS: Final[dict[Field, str]] = {
    Field.MUSCLE_BONE: "musculoskeletal conditions",
    Field.FOOT: "foot conditions",
    Field.NERVE: "neurological conditions",
    Field.MIND: "mental health conditions",
    Field.HEARING: "hearing conditions",
    Field.BALANCE: "balance disorders",
    Field.NOSE: "ear, nose and throat conditions",
    Field.LUNG: "lung conditions",
    Field.SLEEP: "sleep disorders",
    Field.HEART: "heart and blood pressure conditions",
    Field.HORMONE: "endocrine conditions",
    Field.GUT: "digestive conditions",
    Field.KIDNEY: "kidney conditions",
    Field.UROLOGY: "urological conditions",
    Field.CANCER: "cancers",
    Field.SKIN: "skin conditions",
    Field.IMMUNE: "rheumatological conditions",
    Field.EYE: "eye conditions",
    Field.TEETH: "dental and jaw conditions",
    Field.BLOOD: "blood disorders",
    Field.INFECTION: "infections",
    Field.WOMEN: "gynecological conditions",
    Field.OTHER: "conditions of this kind",
}
SIDE = (
    r"(?:(?:bilateral|left|right|both|chronic|severe|moderate|mild|recurrent|acute|persistent|current"
    r"|post-?traumatic|degenerative|primary|secondary|lumbar|cervical|thoracic|lumbosacral|major|generalized"
    r"|essential|resistant|allergic|type (?:2|ii|1|i)|obstructive|unspecified|other specified|adult-onset"
    r"|advanced|metastatic|clear cell) ){0,6}"
)
_JOINT = (
    r"(?:knee|hip|shoulder|ankle|wrist|elbow|hand|thumb|finger|back|low(?:er)? back|neck|spine|spinal|lumbar"
    r"|cervical|thoracic|lumbosacral|thoracolumbar|sacroiliac|foot|feet|heel|toe|jaw|rib|leg|arm|ac joint|joint)s?"
)
_BONE_WORDS = (
    r"osteo-?arthritis|\boa\b|degenerative joint disease|degenerative (?:arthritis|changes)|arthritis|arthropathy"
    r"|djd|ddd|degenerative dis[ck] disease|(?:intervertebral )?dis[ck] (?:disease|herniation|syndrome"
    r"|protrusion|bulge|degeneration)|herniated (?:nucleus|dis[ck])\w*|"
    r"spondyl\w+|stenosis|radiculopath\w+|sciatica|rotator cuff (?:tear|syndrome|tendin\w+|disease)"
    r"|impingement(?: syndrome)?|labral tear|meniscal tear|meniscus tear|torn (?:medial |lateral )?meniscus"
    r"|torn rotator cuff|meniscus is torn|acl (?:tear|deficiency)"
    r"|ligament (?:tear|injury|sprain)|tendin(?:itis|opathy|osis)|bursitis|"
    r"(?:lumbar|cervical|lumbosacral|thoracic|back|neck|knee|ankle|shoulder|wrist) (?:strain|sprain)"
    r"|(?:strain|sprain)|patellofemoral (?:pain )?syndrome|chondromalacia(?: patella)?|instability"
    r"|fracture residuals|malunion|scoliosis|epicondylitis|"
    r"dislocation|avascular necrosis|gout|costochondritis|avn\b|pfps\b|itbs\b|temporomandibular \w+|tmj|tmd"
    r"|frozen shoulder|adhesive capsulitis|ankylosis|shin splints|stress fractures?|compartment syndrome"
    r"|femoroacetabular impingement|subluxation|facet (?:arthropathy|syndrome)|total (?:knee"
    r"|hip) (?:arthroplasty|replacement)|slap tears?|labral degeneration|torn (?:labrum|biceps)|non-?union"
    r"|osteonecrosis"
    r"|(?:scaphoid |carpal )?(?:non-?union )?advanced collapse|snac wrist|osteomyelitis|myofascial pain(?: syndrome)?"
    r"|(?:greater )?trochanteric (?:pain syndrome|bursitis)|amputations?|dupuytren'?s? (?:contracture|disease)"
    r"|trigger (?:finger|thumb)|de quervain'?s?|loose bodies|chondral (?:defect|injury)|osteochondr\w+"
    r"|spinal fusion|laminectomy|contracture|lumbago|kienb[oö]ck'?s?(?: disease)?|tfcc tear|ganglion(?: cyst)?"
    r"|tennis elbow|whiplash|sacroiliac (?:joint )?(?:dysfunction|pain)|failed back(?: surgery)?(?: syndrome)?"
)
# each row: the field, whether it is only a complaint, and how it is written
TABLE: Final[tuple[tuple[Field, bool, str], ...]] = (
    (
        Field.NERVE,
        False,
        (
            r"traumatic brain injur(?:y|ies)|tbi\b|post-?concussi\w+ (?:syndrome|disorder)"
            r"|migraines?(?: headaches?)?(?: with(?:out)? aura)?|headache disorder|tension(?:-type)? headaches?"
            r"|cluster headaches?"
            r"|post-?traumatic headaches?|parkinson'?s?(?: disease|ism)?|parkinsonism|multiple sclerosis|epilepsy"
            r"|seizure disorder|als\b|amyotrophic lateral sclerosis|(?:peripheral )?(?:poly)?neuropath(?:y|ies)"
            r"|radiculopath(?:y|ies)|sciatica|carpal tunnel(?: syndrome)?|cts\b|mci\b|cubital tunnel(?: syndrome)?"
            r"|ulnar neuropathy|neuralgia|dementia|alzheimer'?s?(?: disease)?|(?<!heat )stroke"
            r"|cerebrovascular accident|essential tremor|restless legs?(?: syndrome)?|rls\b|willis-ekbom(?: disease)?"
            r"|complex regional pain syndrome|crps|bell'?s palsy|dystonia|myasthenia(?: gravis)?|cognitive disorder"
            r"|(?:mild |major )?neurocognitive disorder|seizures|paraplegia|hemiplegia|quadriplegia|spinal cord injury"
            r"|myelopathy|foot drop|trigeminal neuralgia|chronic inflammatory demyelinating \w+|myelitis|narcolepsy"
            r"|lou gehrig'?s(?: disease)?|huntington'?s(?: disease)?|chiari(?: (?:i|ii|1|2))?(?: malformation)?"
            r"|syring\w+|syrinx"
            r"|guillain-barr[eé](?: syndrome)?|meralgia paresthetica|neuropathic pain|peroneal nerve palsy"
            r"|hydrocephalus"
            r"|phantom (?:limb )?pain|thoracic outlet syndrome|(?:focal |partial |complex )?seizure disorders?"
            r"|tic disorder"
        ),
    ),
    (
        Field.MIND,
        False,
        (
            r"post-?traumatic stress(?: disorder)?|ptsd|(?:major )?depress(?:ion|ive (?:disorder|episodes?"
            r"|illness))(?: disorder)?|mdd\b|dysthymi\w+|(?:generalized )?anxiety(?: disorder)?|gad\b"
            r"|panic disorder|bipolar(?: \w+)?(?: disorder)?|schizo\w+(?: disorder)?|adjustment disorder\w*"
            r"|(?:alcohol|substance|opioid|cannabis) (?:use|abuse|dependence)(?: disorder)?"
            r"|[ao]ud\b|obsessive[- ]compulsive(?: disorder)?|ocd\b|eating disorder|bulimia|anorexia nervosa"
            r"|somatic symptom disorder|(?:(?:borderline|antisocial|narcissistic|avoidant|dependent"
            r"|paranoid) )?personality disorder|(?:acquired )?psychiatric (?:disorder|condition|disability)"
            r"|mental (?:health )?(?:disorder|condition|disability|illness)|mood disorder|psychos[ie]s"
            r"|agoraphobia|adhd\b"
            r"|attention deficit(?:[/ -]hyperactivity)?(?: disorder)?|conversion disorder|(?:social )?phobia"
            r"|nightmare disorder"
        ),
    ),
    (
        Field.SLEEP,
        False,
        (
            r"(?:obstructive |central |complex )?(?:sleep )?apnea(?: syndrome)?|osa\b|insomnia(?: disorder)?|narcolepsy"
            r"|hypersomnia|sleep disorder|parasomnia"
        ),
    ),
    (
        Field.HEARING,
        False,
        (
            r"(?:sensori-?neural |noise[- ]induced |high[- ]frequency |conductive |mixed ){0,4}hearing (?:loss"
            r"|impairment)(?: disability)?|deafness|snhl|presbycusis|hyperacusis|tinnitus"
        ),
    ),
    (
        Field.BALANCE,
        False,
        (
            r"m[ée]ni[èe]re'?s?(?: disease| syndrome)?|benign (?:paroxysmal )?positional vertigo|bppv"
            r"|vestibular (?:neuritis|disorder|dysfunction|migraine|hypofunction)|labyrinthitis"
        ),
    ),
    (
        Field.NOSE,
        False,
        (
            r"(?:rhino)?sinusitis|pansinusitis|rhinitis|deviated (?:nasal )?septum|nasal polyps?|laryngitis"
            r"|(?:nasal )?septal deviation|nasal (?:obstruction|airway obstruction)|vocal cord (?:paralysis|paresis)"
            r"|vocal (?:cord|fold) (?:dysfunction|nodules?|polyps?|lesions?)|dysphonia|cholesteatoma"
            r"|loss of smell|otitis(?: media| externa)?|eustachian tube dysfunction|anosmia"
        ),
    ),
    (
        Field.LUNG,
        False,
        (
            r"(?:bronchial )?asthma|reactive airway disease|copd|chronic obstructive pulmonary disease|emphysema"
            r"|(?:constrictive |obliterative )?bronchiolitis(?: obliterans)?|bronchitis|bronchiectasis"
            r"|interstitial lung disease|pulmonary fibrosis|asbestosis|pneumoconiosis|sarcoidosis|silicosis"
            r"|pleural (?:plaques?|thickening|effusion)|(?:pulmonary|lung) nodules?|hypersensitivity pneumonitis"
            r"|pulmonary hypertension|pulmonary embol\w+|lung disease|berylliosis|pneumonia|sleep-disordered breathing"
            r"|respiratory (?:disorder|disease|condition)"
        ),
    ),
    (
        Field.HEART,
        False,
        (
            r"(?:essential |resistant |secondary )?hypertension|htn\b|high blood pressure|elevated blood pressure"
            r"|coronary (?:artery|heart) disease|cad\b|ischemic heart disease|ihd\b|heart (?:disease|failure"
            r"|attack)|myocardial infarction|atrial fibrillation|a-?fib\b|arrhythmia|cardiomyopathy"
            r"|congestive heart failure|chf\b|pvd\b|afib\b|peripheral (?:arterial|artery|vascular) disease"
            r"|varicose veins|heart block|angina|aneurysm|heart condition|cardiac (?:disease|condition)|bradycardia"
            r"|orthostatic hypotension|deep (?:vein|venous) thrombosis|dvt\b|post-?(?:thrombotic|phlebitic) syndrome"
            r"|venous (?:insufficiency|stasis)|lymphedema|aortic \w+|supraventricular tachycardia"
            r"|valv\w+ (?:heart )?disease|mitral \w+"
            r"|pericarditis|myocarditis|endocarditis|transient ischemic attacks?|syncope"
            r"|postural (?:orthostatic )?tachycardia|rheumatic (?:heart disease|fever)"
        ),
    ),
    (
        Field.HORMONE,
        False,
        (
            r"diabetes(?: mellitus)?|dm2|t2dm|dm(?= (?:2|ii|type))|hypothyroidism|hyperthyroidism|graves'? disease"
            r"|hyperparathyroidism|goiter|thyroid nodules?|cushing'?s(?: syndrome| disease)?|insulin resistance"
            r"|gynecomastia"
            r"|hashimoto'?s?(?: thyroiditis)?|thyroid(?:itis| disease| disorder)|prediabetes|hyperlipidemia"
            r"|(?:pan)?hypopituitarism|acromegaly|diabetes insipidus|adrenal insufficiency|hypogonadism"
            r"|low testosterone|pituitary \w+|metabolic syndrome|osteoporosis|obesity"
        ),
    ),
    (
        Field.GUT,
        False,
        (
            r"gastro-?esophageal reflux(?: disease)?|gerd\b|acid reflux|reflux|irritable bowel(?: syndrome)?|ibs\b"
            r"|crohn'?s?(?: disease)?|ulcerative colitis|colitis|inflammatory bowel disease|hiatal hernia"
            r"|barrett'?s esophagus|gastritis|peptic ulcer(?: disease)?|gastric ulcer|duodenal ulcer|diverticulitis"
            r"|hemorrhoids|hepatitis(?: [abc])?|cirrhosis|fatty liver|gallbladder disease|pancreatitis"
            r"|(?:nonalcoholic |non-alcoholic )?(?:steatohepatitis|fatty liver disease)|nash\b|nafld\b|masld\b"
            r"|hepatic steatosis"
            r"|(?:alcoholic |chronic )?liver disease|gallstones|cholelithiasis|cholecystitis|anal fissure|barrett'?s\b"
            r"|celiac disease|gastroparesis|(?:peptic |gastric |duodenal |stomach |bleeding )*ulcers?"
            r"|pyloric stenosis|esophagitis|(?:functional )?(?:gastrointestinal|digestive) (?:disorder|disease)s?"
            r"|dyspepsia|hernia|anal fistula|esophageal (?:stricture|spasm)|(?:fecal|bowel) incontinence"
            r"|bowel obstruction|achalasia|lactose intolerance"
        ),
    ),
    (
        Field.KIDNEY,
        False,
        (
            r"chronic kidney disease|ckd\b|kidney disease|renal (?:disease|insufficiency|failure)|nephropathy"
            r"|nephrotic syndrome|(?:kidney|renal|ureteral) (?:stones?|calcul(?:i|us)|stone disease)|stone disease"
            r"|nephrolithiasis|glomerulonephritis|end-stage renal disease"
        ),
    ),
    (
        Field.UROLOGY,
        False,
        (
            r"erectile dysfunction|benign prostatic hyper\w+|bph\b|prostatitis|neurogenic bladder"
            r"|urinary incontinence|overactive bladder|oab\b|peyronie'?s(?: disease)?|interstitial cystitis|infertility"
            r"|epididymitis|varicocele|urinary (?:retention|tract infections?)|urethral stricture|hematuria|orchialgia"
            r"|hydrocele|priapism|(?:oligo|azoo)spermia|testicular (?:pain|torsion|atrophy)"
        ),
    ),
    (
        Field.CANCER,
        False,
        (
            r"(?:(?:prostate|lung|kidney|bladder|colon|colorectal|rectal|skin|thyroid|breast|pancreatic|liver|brain"
            r"|esophageal|stomach|gastric|nasopharyngeal|oropharyngeal|head|neck|and|renal|squamous|basal|small"
            r"|non-small|cell|testicular"
            r"|ovarian|laryngeal|throat|tongue|tonsil|oral|bile|duct|bone|soft|tissue|non-hodgkin'?s|hodgkin'?s"
            r"|chronic|acute|lymphocytic|lymphoblastic|myeloid|myelogenous|hairy|urothelial|hepatocellular"
            r"|follicular|papillary|diffuse|large|b-cell|t-cell|malignant|invasive) ){0,8}(?:cancers?|carcinomas?"
            r"|adenocarcinomas?|lymphomas?|leukemias?|melanomas?|sarcomas?|glioblastomas?|mesothelioma"
            r"|malignan\w+|neoplasms?"
            r"|tumors?)|multiple myeloma|myeloma|mgus\b|monoclonal gammopathy|myelodysplastic syndrome"
            r"|hodgkin'?s?(?: disease| lymphoma)"
        ),
    ),
    (
        Field.SKIN,
        False,
        (
            r"(?:residuals? of )?(?:cold injur(?:y|ies)|frostbite|immersion foot)(?: residuals)?|burn scars?"
            r"|psoriasis|eczema|dermatitis|chloracne|acne|urticaria|hives|pseudofolliculitis(?: barbae)?|tinea \w+"
            r"|onychomycosis|hidradenitis(?: suppurativa)?|rosacea|vitiligo|actinic keratos\w+|keloids?|scars?"
            r"|lipomas?|hyperhidrosis|lichen planus|bowen'?s? disease|non-?melanoma skin cancers?|alopecia"
            r"|skin (?:disorder|condition|disease)|porphyria(?: cutanea tarda)?|cellulitis|warts|pemphig\w+|trench foot"
        ),
    ),
    (
        Field.IMMUNE,
        False,
        (
            r"fibromyalgia|chronic fatigue syndrome|me/cfs\b|cfs\b|sle\b|myalgic encephalomyelitis"
            r"|rheumatoid arthritis|lupus"
            r"|systemic lupus erythematosus|ankylosing spondylitis|psoriatic arthritis|sj[öo]gren'?s?(?: syndrome)?"
            r"|scleroderma|vasculitis|polymyalgia rheumatica|raynaud'?s?(?: disease| phenomenon| syndrome)?"
            r"|gulf war (?:illness|syndrome)|(?:medically unexplained )?(?:chronic )?multi-?symptom illness"
            r"|undiagnosed illness|gout|reactive arthritis|hypersensitivity|anaphylaxis|angioedema|food allerg\w+"
            r"|(?:multiple )?chemical sensitivity|dermatomyositis|polymyositis|mast cell \w+"
        ),
    ),
    (
        Field.EYE,
        False,
        (
            r"glaucoma|poag\b|cataracts?|macular degeneration|(?:diabetic )?retinopathy|uveitis|iritis"
            r"|dry eye(?: syndrome"
            r"| disease)?|keratoconus|optic neur\w+|retinal detachment|blindness|convergence insufficiency"
            r"|visual field (?:loss|defect)|pterygium|corneal (?:ulcers?|scar\w*|abrasion|ectasia)|diplopia"
            r"|optic atrophy|vision loss|(?:macular|retinal|laser) (?:scars?|holes?|burns?|tears?|edema|injur(?:y|ies))"
            r"|blepharitis|conjunctivitis|keratitis|photophobia|ptosis|amblyopia"
            r"|retinitis(?: pigmentosa)?|(?:central serous )?chorioretinopathy|maculopathy"
        ),
    ),
    (
        Field.TEETH,
        False,
        (
            r"(?:sleep )?bruxism|malocclusion|loss of teeth|missing teeth|dental caries|periodontal disease"
            r"|gingivitis|periodontitis|jaw fracture|dry mouth|xerostomia|burning mouth(?: syndrome)?"
            r"|tooth loss|dental (?:condition|trauma)|temporomandibular (?:joint )?(?:disorder|dysfunction)|tmj\b|tmd\b"
        ),
    ),
    (
        Field.BLOOD,
        False,
        (
            r"anemia|sickle cell (?:disease|trait|anemia)|pancytopenia|thrombocytopenia|hemochromatosis"
            r"|polycythemia(?: vera)?|clotting disorder|factor v leiden"
            r"|aplastic anemia|(?:al |light[- ]chain |systemic )*amyloidosis|essential thrombocyth\w+"
            r"|waldenstr[oö]m\w*(?: macroglobulinemia)?"
        ),
    ),
    (
        Field.INFECTION,
        False,
        (
            r"hiv\b|tuberculosis|lyme disease|malaria|leishmaniasis|q fever|brucellosis|west nile|valley fever"
            r"|coccidioidomycosis|long covid|covid-19|dengue|schistosomiasis|histoplasmosis|hansen'?s disease"
        ),
    ),
    (
        Field.WOMEN,
        False,
        (
            r"endometriosis|adenomyosis|ovarian cysts?|vulvodynia|(?:chronic )?pelvic pain|premature menopause"
            r"|uterine fibroids?|polycystic ovar\w+|pcos\b|pelvic inflammatory disease|hysterectomy"
            r"|menorrhagia|pelvic (?:pain syndrome|floor \w+)|dyspareunia|dysmenorrhea|(?:uterine "
            r"|pelvic organ )?prolapse|(?:female )?sexual arousal disorder|miscarriages?"
        ),
    ),
    (
        Field.FOOT,
        False,
        (
            r"(?:residuals? of )?(?:cold injur(?:y|ies)|frostbite|immersion foot)(?: residuals)?|pes (?:planus|cavus)"
            r"|flat ?(?:feet|foot)|flatfeet|flatfoot|plantar fasciitis|hallux (?:valgus|rigidus"
            r"|limitus)|bunions?|hammer ?toes?|morton'?s neuroma|metatarsalgia|achilles tendin\w+|heel spurs?"
            r"|tarsal tunnel(?: syndrome)?|posterior tibial tendon dysfunction"
        ),
    ),
    (
        Field.MUSCLE_BONE,
        False,
        (
            rf"(?:{_JOINT} )?(?:{_BONE_WORDS})(?: (?:of|in|at) (?:the |his |her |both )?(?:left |right |both "
            rf"|lumbar |cervical ){{0,4}}{_JOINT})?|(?:{_JOINT}) (?:conditions?|disabilit(?:y|ies)|disorders?|disease"
            rf"|syndrome|injur(?:y|ies)|problems?)"
        ),
    ),
    (
        Field.OTHER,
        False,
        (
            r"(?!(?:diagn|progn|hypn|psych|narc)osis|sympathy|empathy|apathy|osteopathy|coma\b|aroma|diploma"
            r"|oklahoma|tacoma|academia|homeopathy)[a-z-]{4,30}(?:itis|osis|opathy|algia|emia|oma|plegia|megaly"
            r"|penia)\b|[a-z'-]{4,30}(?:-[a-z'-]{1,30})? (?:disease|syndrome|palsy|dystrophy|atrophy)"
        ),
    ),
    # complaints
    (Field.BALANCE, True, r"dizziness|vertigo|lightheadedness|disequilibrium|imbalance"),
    (Field.NERVE, True, r"headaches?|numbness|tingling|memory loss|tremors?|weakness"),
    (
        Field.LUNG,
        True,
        r"shortness of breath|breathlessness|dyspnea|wheez\w+|cough|breathing (?:problems?|difficult\w+)",
    ),
    (
        Field.MUSCLE_BONE,
        True,
        (
            rf"(?:{_JOINT}) (?:pain|stiffness|soreness|aches?|trouble)|(?:joint|muscle|back|neck|knee) pain"
            rf"|chronic pain|arthralgias?|myalgias?"
        ),
    ),
    (Field.MIND, True, r"nightmares|irritability|mood swings|stress|anger"),
    (Field.SLEEP, True, r"snoring|fatigue|trouble sleeping|sleep (?:problems?|disturbance)|daytime sleepiness"),
    (Field.HEARING, True, r"ringing(?: in (?:the|his|her) ears)?|trouble hearing|difficulty hearing"),
    (Field.GUT, True, r"heartburn|diarrhea|stomach (?:pain|trouble|problems)|abdominal pain|constipation|nausea"),
    (Field.SKIN, True, r"rash(?:es)?|itching"),
    (Field.HEART, True, r"chest pain|palpitations"),
)
