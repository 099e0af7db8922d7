"""An invented letter with an invented name that stands in no word list, to be looked for where it must not be."""

from __future__ import annotations

NAME = "Zephyrine Quackenbosch"
SURNAME = "Quackenbosch"

LETTER = f"""Cedar Hollow Orthopedics
2210 Larkmoor Avenue, Suite 140
Fernbridge, Oregon 97439

March 18, 2026

Department of Veterans Affairs

RE: Veteran: {NAME}
    SSN: 219-09-9999
    Date of birth: April 9, 1974

To Whom It May Concern:

I am an orthopedic surgeon and have treated Ms. {SURNAME} since June 2019. I reviewed her claims file and her
service treatment records. In February 1999 she tore the anterior cruciate ligament of her left knee on an obstacle
course at Fort Leonard Wood. Standing films show osteoarthritis of the left knee.

In my opinion it is at least as likely as not (50 percent or greater probability) that Ms. {SURNAME}'s left knee
osteoarthritis was caused by the ligament injury in service. A torn ligament lets the joint shift with every step, the
cartilage wears, and she has had no other injury to this knee.

Sincerely,

/s/ Helen R. Vasquez-Thorne, MD
Oregon medical license MD27719
"""
