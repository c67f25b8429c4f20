"""Classes of English words that are used to find names: function words, titles, roles, verbs.

Owns the lists. Written for this project.
"""

from __future__ import annotations

from reader.annotate.lexicon.word_set import word_set

FUNCTION_WORDS = word_set(
    """a about above across after again against all almost along already also although always am among an and
    another any anyone anything are around as at away back be because been before behind being below between
    both but by came can cannot could despite did do does doing done down during each earlier either else
    even ever every everyone everything few finally first following for former formerly from further get
    given go had has have he hence her here hers herself him himself his how however i if in indeed inside
    instead into is it its itself just last lastly later latest least less let made make many may maybe me
    meanwhile might more moreover most much must my myself near nearly neither never nevertheless next no
    nobody none nor not nothing now of off often on once one only onto or other others our ours out outside
    over own per perhaps rather same second secondly see several shall she should similarly since so some
    somebody someone something soon still such than that the their theirs them themselves then there
    thereafter therefore these they third this those though three through throughout thus to today together
    tomorrow tonight too toward towards two under unless unlike until up upon us very via was we well were
    what whatever when whenever where whereas wherever whether which while who whoever whole whom whose why
    will with within without would yes yesterday yet you your yours hello hi hey ah oh aha wow ok okay thank
    thanks please sorry dear according additionally consequently accordingly apart aside besides currently
    recently originally previously subsequently specifically generally unfortunately fortunately
    interestingly importantly addressing speaking asked born based founded using including regarding
    concerning considering amid amidst i'm i've i'd it's that's there's we're we've don't didn't can't won't
    isn't he's she's they're what's you're let's who's here's four five six seven eight nine ten twelve
    twenty hundreds thousands millions dozens"""
)
WEEKDAYS = word_set(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays
    Saturdays Sundays Mon Tue Tues Wed Thu Thur Thurs Fri Sat"""
)
MONTHS = word_set(
    """January February March April May June July August September October November December Jan Feb Mar Apr
    Jun Jul Aug Sep Sept Oct Nov Dec"""
)
COURTESY_TITLES = word_set(
    """Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Rev Reverend Fr Sr Hon Honourable Honorable Messrs Mme
    Madame Monsieur Mlle Herr Frau Señor Señora Don Doña Sheikh Shaikh Sheik Sayyid Ayatollah Imam Mullah
    Maulana Mufti Rabbi Pastor Father Brother Sister Mother Bishop Archbishop Cardinal Pope Prince Princess
    King Queen Emperor Empress Sultan Emir Tsar Duke Duchess Baron Baroness Count Countess Earl Marquess Lord
    Lady Chief Alhaji Hajiya Haji Datuk Dato Datin Tan Tun Shri Shrimati Smt Sri Adv Engr Arch Barrister
    Uncle Aunt Auntie Mama Papa Comrade Hajj Judge Justice Magistrate Gen Col Maj Lt Capt Cpl Sgt Adm Cmdr
    Pvt Supt Insp Det Sen Rep Gov Pres Amb Msgr Guru Swami Cllr Madam Grandmother Grandfather"""
)
"""Words before a person's name that are not part of it."""
ROLES = word_set(
    """President Minister Premier Chancellor Senator Representative Congressman Congresswoman Congressmember
    Governor Mayor Secretary Secretary-General Director Director-General General Colonel Major Captain
    Lieutenant Sergeant Corporal Admiral Commander Commodore Brigadier Marshal Officer Constable Inspector
    Superintendent Commissioner Sheriff Detective Chairman Chairwoman Chairperson Chair CEO CFO COO CTO MD VP
    MP MPs MLA MEP MPP MK Executive Manager Coordinator Ambassador Envoy Consul Attorney Lawyer Advocate
    Prosecutor Ombudsman Speaker Spokesman Spokeswoman Spokesperson Deputy Undersecretary Councillor
    Councilman Councilwoman Councilor Alderman Delegate Member Leader Head Founder Co-founder Cofounder
    Editor Editor-in-Chief Journalist Reporter Correspondent Columnist Author Writer Poet Novelist Actor
    Actress Singer Rapper Musician Composer Conductor Artist Painter Sculptor Photographer Filmmaker Producer
    Coach Striker Midfielder Defender Goalkeeper Winger Quarterback Pitcher Professor Lecturer Dean Principal
    Headmaster Vice-Chancellor Vice-President Provost Rector Scientist Researcher Economist Historian Analyst
    Physicist Engineer Doctor Nurse Surgeon Coroner Bishop Archbishop Pastor Imam Rabbi Chief Councilmember
    Assemblyman Assemblywoman Legislator Lawmaker Treasurer Registrar Auditor Comptroller Controller Adviser
    Advisor Counsel Counselor Rapporteur Crown Prince Queen King Princess Justice Judge Magistrate Sultan
    Emir Chef Host Anchor Presenter Activist Campaigner Businessman Businesswoman Entrepreneur Billionaire
    Tycoon Dictator Warlord Whistleblower Sheikh Dr Mr Mrs Ms Capt Prof Gen Col Lt Maj Sgt Cmdr Sir Lord Lady
    Dame Candidate Nominee Congressmen Senators DG Brig Lt-General Lt-Gen Lt-Col Maj-Gen Maj-General
    Major-General Brigadier-General Co-organizer Co-chair Co-director Co-owner Co-author Inspector-General
    Attorney-General Auditor-General Surgeon-General Governor-General Solicitor-General Accountant-General
    Under-Secretary Undersecretaries Secretaries Directors Commissioners Amir Monarch Vice-Chair
    Vice-Chairman Lecturers Professors Doctors Spokespersons Presidents Ministers Governors Admirals Generals
    Premiers Taoiseach Tánaiste Foreman Superintendent-General Tsar Specialist Warden Curator Librarian
    Archivist Naturalist Botanist Biologist Astronomer Mathematician Philosopher Chaplain Ruler MEC MECs
    Rulers Chairs CPO CIO CRO Owner President-elect Treasurers"""
)
"""Capitalized nouns for the role of a person. Before a name they are not part of it."""
ROLE_MODIFIERS = word_set(
    """Prime Vice Deputy Acting Former Ex Ex-President Senior Junior Assistant Associate Chief First Second
    Lady Foreign Finance Defence Defense Interior Health Education Home Agriculture Trade Transport Energy
    Environment Justice Labour Labor Tourism Culture Information Communications Communication Police
    Permanent Principal Executive Managing Operating Financial Technical Regional National State Federal
    Provincial District County City Municipal General Attorney Solicitor Supreme Grand Lord Majority
    Minority House Senate Opposition Party Press Media Program Programme Project Research Science Sports
    Sport Youth Women Economic Development Planning Security Special Political Military Army Navy Air Force
    Nobel Republican Democratic Democrat Conservative Liberal Team Head Marketing Sales Human Resources
    Public Relations Affairs External Internal Water Works Housing Land Lands Industry Commerce Immigration
    Local Government Premier Crown Under Elect Union Cabinet Chief-of-Staff Honorary Founding Co Lead Staff
    Medical Clinical Nursing Legal Creative Artistic Musical Technology Digital Administrative Ministerial
    Outgoing Incoming Interim Late Then Current Legendary Veteran Incumbent Longtime Visiting Emeritus
    Distinguished Presidential"""
)
"""Words before a role that belong to it: `Deputy Prime Minister`."""
SPEECH_VERBS = word_set(
    """said says say told tells added adds explained explains stated states noted notes wrote writes asked
    asks replied replies announced announces argued argues claimed claims insisted insists warned warns
    recalled recalls admitted admits believes believed thinks thought stressed emphasized emphasised
    pointed remarked observed continued concluded declared commented revealed disclosed acknowledged
    suggested urged tweeted testified quipped joked lamented reiterated confirmed confirms denied denies"""
)
"""Verbs of speech in the forms that follow or precede a name."""
PERSON_VERBS = word_set(
    """died dies born married smiled laughed nodded cried wept recalls recalled joked resigned retired
    studied graduated grew lives lived scored wrote learned felt feels loves loved moved wants wanted
    remembers sang starred knew met thinks thought succeeded quipped tweeted realized walked sat stood
    spoke himself herself"""
)
"""Verbs whose subject is a person."""
PERSON_NOUNS = word_set(
    """president minister premier chancellor senator representative congressman congresswoman governor mayor
    secretary director general colonel major captain lieutenant sergeant corporal admiral commander officer
    inspector superintendent commissioner sheriff detective chairman chairwoman chairperson chair ceo
    executive manager coordinator co-ordinator ambassador envoy consul attorney lawyer advocate prosecutor
    speaker spokesman spokeswoman spokesperson deputy councillor councilman leader founder co-founder editor
    journalist reporter correspondent columnist author writer poet novelist playwright actor actress singer
    rapper musician composer conductor artist painter sculptor photographer filmmaker producer coach striker
    midfielder defender goalkeeper winger pitcher professor lecturer dean principal scientist researcher
    economist historian analyst physicist engineer doctor nurse surgeon bishop archbishop pastor imam rabbi
    priest chief legislator lawmaker adviser advisor aide secretary-general wife husband son daughter father
    mother brother sister uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother widow
    fiancée fiance partner friend colleague neighbour neighbor boyfriend girlfriend student pupil teacher
    farmer activist campaigner businessman businesswoman entrepreneur tycoon billionaire player batsman
    bowler sprinter swimmer athlete boxer wrestler cyclist driver pilot sailor soldier veteran refugee
    migrant resident victim survivor witness suspect king queen prince princess emperor sultan dictator
    warlord candidate nominee mathematician philosopher chemist biologist astronomer architect designer
    dancer comedian comic presenter host broadcaster chef explorer inventor linguist psychologist sociologist
    anthropologist archaeologist geologist theologian saint monk nun missionary judge justice magistrate
    expert specialist member director-general translator publisher curator collector dealer trader investor
    consultant blogger influencer model footballer cricketer golfer tennis man woman boy girl teenager child
    counterpart skipper vice-president treasurer midwife gymnast fighter jockey magician carpenter baker
    butcher fisherman plumber electrician builder shopkeeper waiter waitress mechanic gardener tailor weaver
    potter hunter herder shepherd vendor cook cleaner clerk accountant banker broker programmer developer
    tutor scholar academic intern apprentice rider runner climber skier surfer referee umpire guitarist
    pianist drummer violinist cellist vocalist frontman songwriter screenwriter scriptwriter cartoonist
    illustrator essayist biographer satirist publicist lobbyist strategist socialite philanthropist orphan
    heir heiress descendant grandchild stepfather stepmother conqueror general-secretary commander-in-chief
    firefighter policeman policewoman paramedic dentist pharmacist veterinarian therapist psychiatrist
    counsellor ranger ecologist botanist zoologist hydrologist oceanographer climatologist meteorologist
    epidemiologist virologist immunologist cardiologist neuroscientist ethnographer cartographer statistician
    demographer interpreter critic supporter protester demonstrator staffer mogul owner operative narrator
    announcer boss organiser organizer worker employee miner miller villager volunteer passenger patient
    visitor tourist"""
)
"""Common nouns for a person."""
NAME_PARTICLES = word_set(
    """de da do dos das del della delle di du la le el al bin bint ibn ben van von der den ten ter y e ul ud
    zu af av san las los i des d' abu o"""
)
"""Lower-case words inside a person's name."""
NOT_NAMES = word_set(
    """I Im Id Ive PM AM TV CV ID DVD GDP HIV AIDS COVID Covid COVID-19 Covid-19 Coronavirus Internet God
    Bible PhD Ph.D. MBA BA BSc MSc DNA AI IT PR HR PPE PDF SMS FAQ Q A B C P.S. PS NB TBA OK Photo Image
    Fwd Re MAY README Docstring Docstrings Picture Video Read Advertisement Credit Source Web Website Wifi
    WiFi Wi-Fi Email TODO FIXME NOTE RFC ISBN ISSN DOI URL URLs URI API APIs HTTP HTTPS HTML CSS XML JSON
    YAML CSV TCP UDP DNS IP SSH SSL TLS FTP SQL CPU CPUs GPU GPUs RAM ROM USB LED LEDs LCD GPS CD CDs DVDs
    PC PCs TVs UTF UTF-8 ASCII UTC GMT BST EST EDT CST PST PDT CET BC AD BCE CE IQ VIP VIPs ATM ATMs MVP
    GNP ROI KPI RSVP ASAP FYI DIY UFO UFOs MRI SUV SUVs NGO IPO CCTV QR SIM WWW II III IV VI VII VIII IX
    XI XII XX XXI GIF JPEG PNG MP3 ADHD PTSD IVF SARS MERS MSN IRC POV BDSM LGBT LGBTQ LGBTQ+ LGBTI MUST
    SHALL SHOULD A.D. B.C."""
)
"""Capitalized words and acronyms that are not names."""
IMPERATIVES = word_set(
    """use run install open click press choose select buy see read visit join follow watch email contact try
    bring take get make add put say send give keep start stop remember check find look think imagine consider
    tell ask call meet write type download subscribe share turn set copy paste save edit"""
)
"""Verbs at the start of a sentence, before a name: `Use Tarvo`."""
CAPITALIZED_MODALS = word_set("may must shall should not")
"""Verbs that standards write in capitals: `The Server MAY close`."""
POST_NOMINALS = word_set(
    """FRS FRSE CBE OBE MBE KBE DBE KCB CMG QC KC SC MP MEP MD PhD DPhil DSO VC RN FBA RA Esq"""
)
"""Letters after a name for honours and degrees."""
SECTION_LABELS = word_set(
    """Appendix Annex Chapter Section Article Figure Fig Table Equation Part Volume Vol Step Rule Clause"""
)
"""Words before the number or letter of a part of a text: `Chapter One`."""
FINAL_ABBREVIATIONS = word_set("Inc Corp Ltd Co No vs Jr Sr")
"""Abbreviations whose full stop ends a name."""
STRONG_TITLES = word_set(
    """Mr Mrs Ms Miss Dr Prof Professor President Minister Senator Rev Gov Sen Rep Gen"""
)
"""Titles that are cut off even before names that end like an organization."""
CLAUSE_WORDS = word_set(
    """the a an in on at by for from to of and but or with as if it he she they we this that these those"""
)
"""Articles, prepositions and pronouns that show that a clause continues."""
ABBREVIATIONS = word_set(
    """Mr Mrs Ms Dr Prof Rev Hon Gen Col Maj Lt Capt Cpl Sgt Sen Rep Gov Pres Fr Sr Jr St Ste Mt Ft No vs Inc
    Corp Ltd Co Adm Cmdr Pvt Supt Insp Det Amb Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mme Mlle
    Messrs Adv Engr Arch Msgr Bros Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich
    Minn Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo"""
)
"""Words whose full stop does not end a sentence."""
ORGANIZATION_VERBS = word_set(
    """announced launched acquired signed unveiled reported published issued operates employs owns offers
    provides sells manufactures plans filed merged agreed beat defeated hosts ruled voted approved aims
    develops builds produces connects promotes"""
)
"""Verbs whose subject may be an organization."""
NEVER_IN_NAMES = CLAUSE_WORDS | word_set(
    """is are was were be been has have had will would could should can do does did not after when why how
    what whom their his her our my your its about into than then also just gets goes says wants"""
)
"""Words that no name contains. If they are capitalized, they are part of a headline."""
NEVER_FIRST_IN_NAMES = (NEVER_IN_NAMES | word_set("ngo ngos")) - word_set("will can just about")
"""Words that do not begin a name."""
ROLE_SURNAMES = word_set(
    """King Chief Bishop Pope Major Prince Judge Marshal Constable Dean Baron Earl Duke Justice Singer Painter
    Head Warden Conductor Father Brother Lord Chancellor Coach Host Reporter Queen Guard Gen"""
)
"""Roles that are surnames after a given name: `Olivia King`."""
