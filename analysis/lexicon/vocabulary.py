"""Closed word lists that tell a name from other capitalised words."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Never part of a name when they stand at its left edge.
FUNCTION = _set("""
A About Above Across After Again Against Ago All Almost Along Already Also Although Always Amid Among
An And Another Any Anyone Anything Are Around As Asked At Away Back Be Because Been Before Behind Being
Below Besides Between Beyond Both But By Can Could Despite Did Do Does Down During Each Earlier Either
Else Even Ever Every Everyone Everything Except Few Finally First For From Further Given Had Has Have
He Hello Her Here Hers Herself Him Himself His How However I If In Indeed Inside Instead Into Is It
Its Itself Just Last Late Lately Later Latest Least Less Let Like Likewise Long Many Maybe Me Meanwhile
Might Mine More Moreover Most Much Must My Myself Near Nearly Neither Never Nevertheless Next No Nobody
None Nonetheless Nor Not Nothing Now Of Off Often Oh On Once One Only Onto Or Other Others Otherwise
Our Ours Out Outside Over Overall Own Part Past Per Perhaps Please Rather Recently Regarding Right
Said Same Saying Says Second See Several Shall She Should Similarly Since So Some Somebody Someone
Something Sometimes Soon Still Such Than Thanks That The Their Theirs Them Themselves Then There
Therefore These They Third This Those Though Three Through Throughout Thus To Today Together Tomorrow
Tonight Too Toward Towards Two Under Unless Unlike Until Up Upon Us Very Via Was We Well Were What
Whatever When Whenever Where Whereas Wherever Whether Which While Who Whoever Whom Whose Why Will With
Within Without Would Yes Yesterday Yet You Your Yours Read Watch Photo Image File Story Updated
According Asked Added Speaking Following Based Citing Told Poll Video Editor Correction Opinion
Note Analysis Exclusive Breaking Live Update Fact Facts Full Text Abstract News Report Reports
Contributing Caption Follow Sign Click Share More Mr Mrs Four Five Six Seven Eight Nine Ten New Good
""") - {"New"}

CALENDAR = _set("""
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue
Tues Wed Thu Thurs Fri Sat Sun Christmas Easter Thanksgiving Halloween Ramadan Hanukkah Passover EST
EDT GMT PST BST AM PM ET PT UTC a.m. p.m. A.M. P.M.
""")

# Abbreviations whose period does not end a name.
ABBREVIATED = _set("""
Mr Mrs Ms Dr Sen Sens Rep Reps Gov Govs Lt Gen Col Maj Capt Cmdr Adm Sgt Prof Rev Hon St Jr Sr Atty
Pres Sec Amb Supt Det Msgr Fr Mt Ft No Messrs Del Inc Corp Co Ltd
""")

MALE_TITLES = _set(
    "Mr Sir Lord King Prince Congressman Chairman Spokesman Father Pope Imam Rabbi "
    "Sheikh Baron Duke Emir Businessman Councilman Assemblyman Alderman Brother"
)
FEMALE_TITLES = _set(
    "Mrs Ms Miss Lady Queen Princess Dame Congresswoman Chairwoman Spokeswoman "
    "Sister Baroness Duchess Madam Businesswoman Councilwoman Assemblywoman"
)

# Stand before a person's name, capitalised.
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | _set("""
President Vice-President Premier Chancellor Minister Secretary Secretary-General Senator Senators Sen
Sens Representative Rep Reps Congressmen Gov Governor Governors Govs Mayor Ambassador Envoy General
Gen Lt Col Colonel Major Maj Captain Capt Admiral Adm Commander Cmdr Sergeant Sgt Lieutenant Corporal
Judge Justice Attorney Professor Prof Dr Doctor Rev Reverend Bishop Archbishop Cardinal Ayatollah
Mullah Speaker Leader Chair Chairperson Chief Director Spokesperson Commissioner Councillor Council
Member Deputy Delegate Candidate Nominee Sheriff Superintendent Detective Officer Inspector Coach
Judge Author Actor Actress Economist Analyst Democrat Republican Candidate Nominee Strategist
Reporter Correspondent Editor Columnist Dean Provost Executive Manager Operative Pollster Adviser
Advisor Counsel Treasurer Comptroller Emperor Crown CEO Co-Chair Founder Host Anchor Whip Ranger
Pastor Hon Amb Messrs MP MEP Undersecretary Under-Secretary Sec Pres Rapper Singer Star Billionaire
Businessman Mogul Agent Lawyer Historian Activist Undersecretary-General Del Trooper Private Pvt Spc
Consul Marshal Diplomat Negotiator Presidents
""")
)
# Capitalised modifiers inside a title.
TITLE_PARTS = _set("""
Former Then Acting Deputy Vice Prime Foreign Defence Defense Interior Finance Home Trade Health
Education Energy Justice Treasury State Senior Chief Assistant Associate Attorney Lieutenant Secretary
Majority Minority House Senate Republican Democratic Independent Supreme Court District National
Security First Lady Staff Retired Press Communications Campaign Executive Managing General Political
U.S. US UK Labour Conservative Party GOP Presidential Brigadier Special Under Crown Incumbent
Democrat Ex Opposition Environment Culture Transport Agriculture Labor Economy Economic Shadow
Federal Regional Provincial Co-Founder Permanent Chairman
""")
# What follows "of" in an office: "Secretary of State", "Chief of Staff".
OFFICES_OF = _set(
    "State Defense Defence Staff House Treasury Homeland Security Labor Commerce Energy "
    "Exchequer National Intelligence Opposition Wales Education Agriculture Interior "
    "Transportation Health Veterans Affairs Senate Army Navy Parliament"
)
SUFFIXES = _set("Jr Sr II III IV Jr. Sr. MD PhD")
PARTICLES = _set(
    "de del della van von der den bin ibn al el la le di da dos du ter ten ben abu y al- zu af"
)

# Last word of an organisation's name.
ORGANISATION_HEADS = _set("""
Academy Administration Agency Airlines Airways Alliance Army Assembly Association Associates Authority
Bank Bar Board Brigade Brotherhood Bureau Cabinet Center Centre Chamber Church Church Club Coalition
College Commission Committee Commune Company Conference Confederation Congress Consortium Convention
Co Corp Corp. Corporation Corps Council Court Daily Department Division Enterprises Exchange Express
Federation Force Forces Forum Foundation Front Fund Gazette Globe Group Guard Guardian Herald Holdings
Hospital House Inc Inc. Industries Initiative Inquirer Institute Institution International Journal
Laboratory League Legion Legislature Limited Ltd Magazine Media Ministry Mission Mosque Movement
Museum Navy Network News Observer Office Organisation Organization PAC Parliament Partners
Partnership Party Patrol Police Post Press Project Register Registry Review School Secretariat Senate
Service Services Society Solutions Station Studios Syndicate Synod Systems Tanzim Telegraph Television
Times Today Tribune Trust Union Unit University Watch Watchdog Weekly Workers Caucus Campaign Sentinel
Chronicle Dispatch Star-Ledger Mirror Independent Spectator Economist Monitor Sun Mail Examiner
Command Task-Force Militia Regiment Taskforce Treasury Tribunal Embassy Consulate Chancellery
Teachers Democrats Republicans Greens Socialists Liberals Conservatives Alumni Students Veterans
Technologies Motors Energy Oil Petroleum Pharmaceuticals Insurance Capital Securities Records Radio
Entertainment Pictures Lobby Collective Ombudsman
""")
# May be followed by "of ...", "for ...", "on ..." and still be one name.
ORGANISATION_STARTS = ORGANISATION_HEADS | _set("""
Ministry Department House University Bank Bureau Board Office Council Committee Commission Institute
School College Center Centre Academy Association League Organization Organisation Federation Union
Society Conference Chamber Church Court Campaign Americans Citizens Friends Sons Daughters Mothers
Doctors Republic People Front Movement Party Alliance Coalition Fund Foundation Veterans Concerned
Parents Students Physicians Lawyers Reporters Women Men Youth Group High Joint Workers
""")
LINKS = _set("of for on and the to in at &")

# Capitalised words that are no name by themselves, though they may be someone's family name.
NOT_NAMES = _set("""
TV CEO GDP DNA FAQ OK USD EUR GBP AIDS HIV COVID COVID-19 PhD MD ID IT PR HR Q A AI CD DVD URL PDF
II III IV VI VII NH IA NY SC CA NV PA OH FL VA TX MI WI NC DC LA TPP NAFTA Brexit Obamacare
Internet Web God Lord Bible Constitution Earth Catholic Protestant English Latin Hispanic Latino
Latinos Hispanics Black White Blacks Whites Oval Capitol Statehouse Air Xmas God's American-style
Nazi Nazis Marxist Communist Communists Socialist Democrats-led Zionist Olympic Olympics Oscar Oscars
Emmy Grammy Super North South East West Northern Southern Eastern Western Northeast Northwest Southeast
Southwest Sunni Shia Shiite Shi'ite Buddhist Hindu Islam Islamic Christianity Judaism Jewish Christian
Medicare Medicaid Social Dreamers GIF LGBT LGBTQ New Day Young Rice Brown Green Long Best
""")
# Last words of places, events, laws and awards: what ends so is nobody.
THINGS = _set("""
Amendment Act Bill Law Treaty Accord Accords Agreement War Day Week Month Year Summit Street Avenue
Road Airport Bridge River Lake Mountain Park Building Tower Towers Square Stadium Arena
Hotel Beach County City Island Islands Valley Hills Election Elections Primary Caucuses Debate Debates
Inauguration Prize Award Awards Games Declaration Doctrine Plan Program Programme Protocol Resolution
Report Deal Pact Reform Budget State States Bowl Cup Ave Blvd Springs Heights Falls Creek Rapids Bay
Coast Sea Ocean Gulf Desert Peninsula Town Township Village Boulevard Highway Theater Theatre Show
Era Rights Poll Polls Survey Index Principles Care Security Reserve Zone Line Dream Doctrine Memo
""")

# Common nouns for people in office or at work, lower case, that stand for a person.
ROLE_NOUNS = _set("""
president vice-president premier chancellor minister secretary secretary-general senator
representative congressman congresswoman governor mayor ambassador envoy general colonel major
captain admiral commander sergeant lieutenant judge justice attorney lawyer professor doctor reverend
bishop archbishop cardinal pope speaker leader chair chairman chairwoman chairperson chief director
spokesman spokeswoman spokesperson commissioner councillor councilman councilwoman lawmaker
legislator candidate nominee contender frontrunner front-runner rival opponent challenger incumbent
businessman businesswoman billionaire mogul tycoon magnate entrepreneur developer author writer
novelist historian economist analyst pollster strategist consultant adviser advisor aide official
diplomat negotiator mediator deputy undersecretary delegate host anchor journalist reporter
correspondent columnist editor publisher actor actress singer rapper comedian filmmaker star
activist organizer organiser founder co-founder executive manager owner banker investor
physician surgeon scientist researcher scholar academic expert student teacher principal dean
provost sheriff officer detective inspector agent prosecutor defendant plaintiff witness
suspect victim survivor veteran soldier pilot farmer worker engineer pastor priest imam rabbi cleric
ayatollah king queen prince princess emir sultan monarch emperor politician statesman congressmember
democrat republican libertarian conservative liberal socialist independent manager treasurer whip
counsel counselor superintendent coach father mother son daughter brother sister husband wife widow
uncle aunt cousin nephew niece man woman boy girl lady neurosurgeon hopeful operative surrogate
supporter critic member chief-of-staff ceo co-chair co-chairman resident voter
""")
MALE_NOUNS = _set(
    "chairman spokesman congressman businessman councilman king prince emir sultan "
    "father son brother husband uncle nephew man boy actor pope statesman widower "
    "assemblyman alderman policeman fisherman gentleman salesman grandfather"
)
FEMALE_NOUNS = _set(
    "chairwoman spokeswoman congresswoman businesswoman councilwoman queen princess "
    "mother daughter sister wife widow aunt niece woman girl lady actress "
    "assemblywoman policewoman grandmother saleswoman"
)
SPOKEN_FOR = _set(
    "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons aide aides "
    "adviser advisor advisers advisors official officials lawyer lawyers attorney "
    "representative representatives surrogate surrogates strategist strategists "
    "manager chairman staffer staffers director chief spox rep ally allies "
    "supporters critics ambassador envoy secretary executive executives minister "
    "president leader chairwoman head operative counsel member chair"
)

# A verb of saying beside a name is evidence for an actor.
SAYING = _set("""
said says say told tells tell asked asks added adds claimed claims argued argues warned warns wrote
writes tweeted tweets stated states announced announces insisted insists noted notes acknowledged
acknowledges admitted admits denied denies declared declares explained explains replied replies
responded responds suggested suggests urged urges vowed vows pledged pledges promised promises
accused accuses criticized criticised criticizes blasted praised praises called calls demanded
demands believes believed thinks thought predicted predicts reported reports recalled recalls
continued continues concluded concludes joked quipped described describes confirmed confirms
complained complains charged contended contends maintained maintains testified posted shouted
remarked remarks stressed stresses emphasized emphasised proposed proposes rejected rejects
condemned condemns defended defends endorsed endorses mocked ridiculed questioned questions
wants wanted hopes hoped feels felt knows plans planned agreed agrees offered
""")
# After these a capital city is a place, not its government.
PLACE_BEFORE = _set(
    "in at near from to around outside into through across inside leave leaves left "
    "visit visits visiting visited downtown central eastern western northern southern "
    "over throughout suburban reach reached enter entered entering in"
)

# What speaks for the country where a name has a namesake.
NEIGHBOURS = {
    "Jordan": _set("Amman Jordanian Jordanians Syria Iraq Israel Hashemite Lebanon Egypt Saudi"),
    "Chad": _set("N'Djamena Chadian Chadians Niger Sudan Cameroon Sahel Nigeria Libya"),
    "Niger": _set("Niamey Mali Nigeria Sahel Chad Burkina"),
    "Guinea": _set("Conakry Liberia Ebola Senegal Mali"),
    "Dominica": _set("Roseau Caribbean"),
}
# Words before an organisation's name that are no part of it.
LEADING = _set(
    "Former Then Current Republican Democratic U.S. American British Russian Both First"
) - {"Republican", "Democratic", "American", "British", "Russian"}
# Last words that a later mention drops: "Quinnipiac University", then "Quinnipiac".
DROPPABLE = _set(
    "University Inc Corp Corporation Company Co Ltd Group Institute Foundation Airlines "
    "Motors Bank Holdings Limited Poll"
)
NICKNAMES = {
    "Bill": "William",
    "Will": "William",
    "Billy": "William",
    "Bob": "Robert",
    "Bobby": "Robert",
    "Rob": "Robert",
    "Dick": "Richard",
    "Rick": "Richard",
    "Rich": "Richard",
    "Mike": "Michael",
    "Jim": "James",
    "Jimmy": "James",
    "Joe": "Joseph",
    "Jack": "John",
    "Johnny": "John",
    "Tom": "Thomas",
    "Tim": "Timothy",
    "Tony": "Anthony",
    "Chris": "Christopher",
    "Dan": "Daniel",
    "Danny": "Daniel",
    "Dave": "David",
    "Don": "Donald",
    "Ed": "Edward",
    "Ted": "Edward",
    "Ben": "Benjamin",
    "Sam": "Samuel",
    "Matt": "Matthew",
    "Nick": "Nicholas",
    "Pat": "Patrick",
    "Pete": "Peter",
    "Phil": "Philip",
    "Ron": "Ronald",
    "Steve": "Stephen",
    "Steven": "Stephen",
    "Sue": "Susan",
    "Liz": "Elizabeth",
    "Beth": "Elizabeth",
    "Betsy": "Elizabeth",
    "Kate": "Katherine",
    "Kathy": "Katherine",
    "Cathy": "Catherine",
    "Debbie": "Deborah",
    "Jen": "Jennifer",
    "Jenny": "Jennifer",
    "Maggie": "Margaret",
    "Peggy": "Margaret",
    "Bernie": "Bernard",
    "Charlie": "Charles",
    "Chuck": "Charles",
    "Fred": "Frederick",
    "Greg": "Gregory",
    "Jeff": "Jeffrey",
    "Ken": "Kenneth",
    "Larry": "Lawrence",
    "Andy": "Andrew",
    "Alex": "Alexander",
    "Vlad": "Vladimir",
    "Mitch": "Mitchell",
    "Jerry": "Gerald",
    "Gene": "Eugene",
    "Josh": "Joshua",
    "Zach": "Zachary",
    "Nate": "Nathan",
    "Russ": "Russell",
    "Stan": "Stanley",
    "Ray": "Raymond",
    "Walt": "Walter",
    "Val": "Valerie",
    "Vicky": "Victoria",
    "Pam": "Pamela",
    "Cindy": "Cynthia",
    "Barb": "Barbara",
    "Abby": "Abigail",
    "Becky": "Rebecca",
    "Tricia": "Patricia",
}
LOWER_EDGE = _set(
    "the a an its his her their our my as that this and but or with by of for to from "
    "said says when while if where like"
)

# Offices that name their holder's body too: "state Ohio" is no person.
BODIES_TOO = _set("state leader chief head star member man woman voter student")
ROLE_TITLES = TITLES
