"""Closed word classes of American medical and military letters: titles, ranks, kinship, degrees, states, kinds of
place."""

from __future__ import annotations

import re
from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """Words that blanks part."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Phrases that commas part."""
    return frozenset(text.split(", "))


def either(options: Iterable[str]) -> str:
    """A regular expression for any of the options, longest first; a blank stands for any white space."""
    ranked = sorted(set(options), key=lambda option: (-len(option), option))
    return "(?:" + "|".join(re.escape(option).replace(r"\ ", r"\s+") for option in ranked) + ")"


CIVIL_TITLES = words(
    "mr mrs ms miss mx messrs mister missus sir madam senor senora sr sra srta mme mlle monsieur frau herr"
)
DOCTOR_TITLES = words("dr dra drs doctor prof professor doc lcda lcdo licda licdo")
NEVER_ALONE = CIVIL_TITLES | words(
    "dr drs doctor prof professor i i'd i'm i've i'll he'd he'll she'd she'll we'd we've we'll they'd they'll"
)
"""No name by themselves. Where one were, every opinion behind it ("I'd put it at …") would be the veteran's."""
CLERGY_TITLES = words("rev reverend fr father pastor chaplain deacon rabbi imam sister brother elder bishop")
RANKS = words(
    "pvt pv2 pfc spc spec sp4 sp5 cpl sgt ssg sfc msg 1sg sgm csm wo1 cw2 cw3 cw4 cw5 cwo 2lt 1lt lt cpt capt maj "
    "ltc lcol col "
    "bg mg ltg gen lcpl gysgt mgysgt ssgt tsgt msgt smsgt cmsgt amn a1c sra sn fn hn hm1 hm2 hm3 hmc hmcs hmcm po1 "
    "po2 po3 cpo "
    "scpo mcpo ens ltjg lcdr cdr radm adm private corporal sergeant lieutenant captain major colonel general admiral "
    "commander ensign airman seaman fireman corpsman specialist petty officer chief warrant gunnery gunny staff master "
    "first second third class lance technical senior command sergeant-major sgtmaj gunnysgt mstr tech ltcol ltcdr "
    "lcdr rdml "
    "pfc. bm1 bm2 bm3 et1 et2 mm1 mm2 mm3 em1 em2 bt2 bt3 gm2 gm3 os2 rm2 rm3 ao1 ao2 ao3 ad2 ad3 am2 mu1"
)
RANK_HEADS = words(
    "pvt pfc spc sp4 sp5 cpl sgt ssg sfc msg 1sg sgm csm wo1 cw2 cw3 cw4 cw5 cwo 2lt 1lt lt cpt capt maj ltc col bg "
    "gen lcpl "
    "gysgt mgysgt ssgt tsgt msgt smsgt cmsgt amn sra ens ltjg lcdr cdr radm private corporal sergeant lieutenant "
    "captain "
    "major colonel admiral commander ensign airman seaman fireman corpsman specialist officer chief gunny ltcol "
    "sgtmaj general "
    "hm1 hm2 hm3 hmc hmcs hmcm po1 po2 po3 cpo scpo mcpo bm1 bm2 bm3 a1c pv2 sgts class mate yeoman storekeeper"
)
RELATIONS = words(
    "wife husband spouse widow widower ex-wife ex-husband exwife son sons daughter daughters stepson stepdaughter "
    "mother father mom "
    "dad mother-in-law father-in-law brother-in-law sister-in-law son-in-law daughter-in-law in-laws brother "
    "brothers sister sisters "
    "half-brother half-sister stepbrother stepsister stepfather stepmother stepdad parents aunt uncle cousin cousins "
    "niece nephew "
    "grandson granddaughter grandmother grandfather grandma grandpa grandchild godson goddaughter fiance fiancee "
    "girlfriend boyfriend "
    "partner friend friends buddy buddies roommate roommates bunkmate bunkmates shipmate shipmates squadmate "
    "neighbor neighbors "
    "neighbour caregiver caretaker comrade comrades battle-buddy wingman crewmate crewmates classmate teammate "
    "teammates child children "
    "grandparents grandkids grandchildren stepson's stepsons stepdaughters stepsister godfather godmother godparents "
    "fiancee's "
    "stepchildren foster-son mother's father's great-aunt great-uncle ex-spouse co-pilot copilot tentmate tentmates "
    "cellmate "
    "bunkie barracks-mate workmate colleague coworker coworkers co-worker co-workers crewman crewmen landlord "
    "kids twins infant baby girls boys girl boy kid sibling siblings guardian fiduciary kin ex"
)
COMRADES = words(
    "leader sergeant sgt commander chief gunner driver medic corpsman loader pilot copilot observer lieutenant captain "
    "officer nco ncoic oic supervisor marine soldier sailor airman veteran witness affiant declarant guy gal"
)
SPANISH_RELATIONS = words(
    "esposo esposa hijo hija hermano hermana madre padre mama papa tio tia primo prima abuelo abuela sargento"
)
CREDENTIALS = words(
    "md do phd psyd edd dnp dns dnsc np fnp fnp-c fnp-bc anp acnp acnp-bc agacnp agnp pmhnp pmhnp-bc aprn arnp crnp "
    "cnp whnp pa "
    "pa-c pac rpa-c rn bsn msn lpn lvn crna cns pharmd rph dpm dc dmd dds od aud ccc-a ccc-slp faaa slp pt dpt ot "
    "otr otr/l otd "
    "atc lcsw lcsw-r licsw lmsw msw csw lmhc lpc lpcc lmft lcpc lcmhc lpc-s mft lac cadc ladc abpp mph mha mba ms ma "
    "med faan facp facs facc "
    "fccp faasm fahs faaos faaem faaemd faapmr facog fapa fama faafp face faad faaaai facr fasn fidsa facoi facos "
    "faoao frcp frcpc "
    "frcs mbbs mbchb mbbch esq esquire jd llm vso cvso rnfa ccrn cde rd ldn crt rrt rpsgt bcba fsmb faoo cime cirs "
    "ncc ret cpa"
)
STRONG_CREDENTIALS = CREDENTIALS - words(
    "do pa pt ot ma ms med face np rd od dc ret fama ccc crt cns csw face mha mft lac atc"
)
"""Degrees that no other short word is written like, even in a letter without capitals."""
SUFFIXES = words("jr sr ii iii iv v")
PARTICLES = words(
    "de la del las los da dos das di du le van von der den ter ten zu zur st ste san santa al el bin ibn ben abu e y "
    "mac af av vander "
    "vanden vande della dela delos delas o' d' l'"
)
STATES = phrases(
    "alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, "
    "hawai'i, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, "
    "minnesota, mississippi, missouri, montana, nebraska, nevada, ohio, oklahoma, oregon, pennsylvania, tennessee, "
    "texas, utah, vermont, virginia, washington, wisconsin, wyoming, guam, new hampshire, new jersey, new mexico, "
    "new york, north carolina, north dakota, rhode island, south carolina, south dakota, west virginia, "
    "district of columbia, puerto rico, american samoa, virgin islands, u.s. virgin islands, northern mariana islands"
)
STATE_CODES = words(
    "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok "
    "or pa ri sc "
    "sd tn tx ut vt va wa wv wi wy pr gu vi as mp"
)
STATE_SHORT = words(
    "ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev "
    "okla ore penn "
    "penna pa tenn tex va vt wash wis wisc wyo"
)
MONTHS = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre"
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")
FUNCTION_WORDS = words(
    "a an the and or but nor so yet if then than that this these those which who whom whose what when where why how "
    "i me my mine we us our "
    "ours you your yours he him his she her hers it its they them their theirs one someone anyone everyone nobody is "
    "am are was were be been "
    "being has have had having do does did doing done can could may might must shall should will would not no yes to "
    "of in on at by for "
    "from with without within into onto over under above below between among through during before after since until "
    "till about against "
    "around near aboard off out up down again further once here there all any both each few more "
    "most other some such only "
    "own same too very just "
    "also as because while although though unless whether per via upon toward towards despite except like unlike "
    "regarding concerning"
)
PERSON_VERBS = words(
    "says said states stated writes wrote reports reported recalls recalled remembers remembered confirms confirmed "
    "tells told describes "
    "described notes noted testified testifies denies denied served enlisted entered joined retired deployed was is "
    "has had who does did "
    "began developed suffered suffers takes took lives lived works worked presented presents underwent complained "
    "came went can could "
    "cannot never still also now first may will would asked asks gave gives appeared meets continued continues "
    "received drives drove "
    "signed attests attested observed witnessed declares declared believes thinks thought felt feels sleeps slept "
    "married calls called "
    "explains explained relates related injured sustained experienced experiences left returned struggled used uses "
    "needs needed and"
)
"""Words that commonly follow a person's name."""
FACILITY_HEADS = words(
    "hospital hospitals clinic clinics clinica polyclinic vamc cboc infirmary sanatorium sanitarium dispensary "
    "medicine medical surgery "
    "surgical orthopedics orthopaedics orthopedic orthopaedic cardiology neurology urology radiology oncology "
    "dermatology gastroenterology "
    "rheumatology pulmonology psychiatry psychology audiology podiatry nephrology endocrinology ophthalmology "
    "otolaryngology ent "
    "pulmonary digestive cancer kidney arthritis retina eye neuro vascular vein "
    "rehabilitacion consultorio medico medica centro farmacia praxis klinik klinikum krankenhaus "
    "neurosurgery neurodiagnostics neurosciences imaging diagnostics diagnostic laboratory laboratories "
    "rehabilitation rehab physiotherapy "
    "chiropractic counseling counselling behavioral dental dentistry hearing audiological vision optometry sleep "
    "pain spine wellness "
    "healthcare health urgent hospice telehealth telemedicine dialysis pediatrics geriatrics dermatologic allergy "
    "pathology"
)
FACILITY_ENDS = words(
    "hospital hospitals clinic clinics clinica center centers centre medicine associates group specialists partners "
    "practice practices "
    "institute consultants consulting services service solutions systems system care healthcare health surgery "
    "surgical orthopedics "
    "orthopaedics cardiology neurology urology radiology oncology rheumatology pulmonology psychiatry psychology "
    "audiology podiatry "
    "nephrology imaging diagnostics neurodiagnostics laboratory lab labs rehabilitation rehab therapy chiropractic "
    "counseling counselling "
    "dental dentistry hearing vision network physicians doctors providers vamc cboc infirmary division annex pavilion "
    "dermatology gastroenterology endocrinology ophthalmology neurosurgery neurosciences wellness hospice "
    "hosp ctr pathology pulmonary pharmacy pharmacies drugstore apothecary "
    "collaborative collective coalition alliance "
    "evaluations examiners exams surgeons law lawyers attorneys advocates legal llp pllc disorders medical"
)
HEAD_NOUNS_OF_EMPLOYERS = words(
    "inc incorporated corp corporation company co llc ltd industries manufacturing mfg logistics trucking transport "
    "transportation freight "
    "foods foundry steel mill mills plant factory motors auto automotive airlines airways railroad railway shipyard "
    "shipbuilding "
    "construction contractors contracting builders roofing plumbing electric electrical power energy utilities "
    "authority co-op "
    "cooperative bank insurance schools school district academy university college institute seminary courier "
    "delivery distribution "
    "warehouse supply supplies stores store market markets grocery hardware lumber machine tool tools precision "
    "optics plastics paper "
    "packaging printing press casinos casino hotel hotels resort restaurant cafe diner farms farm ranch dairy "
    "orchards nursery security "
    "staffing technologies technology systems solutions software communications telecom cable wireless department "
    "dept bureau commission "
    "services service abstract title realty properties brothers bros sons & enterprises group holdings partners "
    "associates works aerospace "
    "aviation dynamics refinery petroleum oil gas mining quarry concrete paving landscaping garage tire dealership "
    "church ministries library"
)
GENERIC = words(
    "a an the this that my our his her your their its any each every no another same local private outside community "
    "general emergency va the "
    "department medical health care clinic hospital center office practice group service services primary mental "
    "sleep pain women men family "
    "military army navy air force base regional national veterans affairs administration board claims records record "
    "treatment outpatient inpatient "
    "physical occupational internal sports spine orthopedic orthopaedic neurology cardiology urology psychiatry "
    "surgery audiology radiology laboratory "
    "rehabilitation system university medicine compensation pension benefits evaluation examination exam eye dental "
    "hearing chronic "
    "behavioral specialty urgent er ent team unit ward institute associates consultants specialists federal american "
    "certified clinical "
    "oncology dermatology rheumatology gastroenterology pulmonary pulmonology infusion wound diabetes heart weight "
    "walk-in free state county city "
    "government public disability law legal network imaging counseling therapy wellness program division annex "
    "director chief staff physician doctor "
    "nurse medicine support command headquarters personnel intake evidence processing center's dear attention attn "
    "subject re from to date page "
    "genitourinary geriatric pediatric vascular thoracic plastic hand foot ankle head neck back knee hip shoulder "
    "trauma burn recovery joint bone chest expert independent licensed physicians psychologist psychologists surgeon "
    "surgeons nurse practitioner practitioners attorney attorneys counselor chief lead senior assistant associate "
    "forensic disability dbq contract examiners program nexus letter letters opinion opinions our the"
)
"""Words that alone do not name a body."""
TELLING_VERBS = words(
    "says said states stated writes wrote reports reported recalls recalled tells told denies denied confirms "
    "confirmed describes described served enlisted "
    "testified remembers noted asked gave lives lived worked works takes took wakes sleeps drives drove walks uses "
    "corroborate corroborates corroborated attest attests attested agree agrees agreed confirm "
    "needs wants feels thinks goes comes came went called attends suffers continues appears presents has had does "
    "did is was"
)
"""Verbs that mostly people are the subjects of."""
