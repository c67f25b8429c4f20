"""First names and words that tell of a man or a woman: evidence, never a verdict.

Common knowledge, written down by hand; a name that both carry is in neither list.
"""

from __future__ import annotations

from reader.annotate.lexicon.word_set import word_set

MALE = word_set(
    """nils lars ole sven piet jan pieter edwin johan anton aleksandr mikhail nikolai yuri dmytro volodymyr
    jamie kwesi kofi emeka chinedu musa sani bola rajesh ravi sanjay amit anil arun ashok suresh vijay
    wei hiroshi kenji takeshi shinzo aaron abdul abdullah abraham adam adrian ahmed akira alan albert
    alberto alejandro alexander alexei alfred ali allen amir anders andre andreas andrei andrew andy
    angelo anthony antonio antonin anwar arnold arthur ashraf barack barry bart ben benjamin bernard
    bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan carl
    carlos cesar charles charlie chester chris christopher chuck clarence clay clint colin craig curtis
    dale dan daniel danny darren dave david dean dennis derek diego dimitri dmitri dominic don donald
    doug douglas duncan dwight earl eddie edgar eduardo edward edwin elijah elliott emmanuel enrique
    eric ernest ernesto ethan eugene evan felipe felix ferdinand fernando francisco francois frank
    frederick fred gabriel gareth gary gavin gene geoff geoffrey george gerald gerard gilbert giovanni
    giuseppe glen glenn gordon graham greg gregory guillermo gustavo guy hamid hans harold harry harvey
    hassan hector henry herbert herman howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob
    jacques jake jamal james jared jason javier jay jeb jeff jeffrey jeffery jeremy jerome jerry jesus
    jim jimmy joachim joe joel john johnny jon jonah jonathan jorge jose josef joseph josh joshua juan
    julian julio julius justin kai kamal karim karl keith ken kenneth kenji kevin khalid klaus kofi kurt
    kwame kyle lamar larry lars lawrence lee len leo leon leonard lester liam lloyd lorenzo louis lucas
    luis luke mahmoud malcolm manuel marc marcel marco marcus mario mark martin marty marvin mathew matt
    matthew maurice max michael mick miguel mike mitch mitchell mohamed mohammad mohammed muhammad moses
    mustafa narendra nathan nathaniel neil nelson newt nicholas nick nicolas nigel noah norman oleg
    oliver omar oscar otto owen pablo patrick paul pedro perry pete peter phil philip philippe phillip
    pierre rafael ralph ramon randy raul ray raymond rene reuben rex ricardo richard rick ricky rob
    robert roberto rodney rodrigo roger roland ron ronald ross roy rudy rudolph rupert rush russell ryan
    salman sam samuel santiago saul scott sean sebastian sergei sergey sergio seth shane shaun shawn
    sidney simon stanley stefan stephen steve steven stewart stuart tariq ted terence terrence terry
    theodore thomas tim timothy toby todd tom tommy tony travis trevor tyler vernon victor vincent
    vladimir wade wallace walter warren wayne werner wilbur will william willie wolfgang xavier yasser
    yusuf zachary zach"""
)
FEMALE = word_set(
    """astrid ingeborg freya elke anneke aaliyah amal aung priya sunita anjali lakshmi meera yuki akiko mei
    ngozi amara abena akosua folake zanele abigail ada adele aisha alice alicia alison allison amanda
    amber amelia amina amy ana andrea angela anita ann anna anne annette annie anya april arianna ashley
    audrey barbara beatrice becky bella bernadette bernice beth betsy betty beverly bianca bonnie brenda
    bridget brittany camille carla carly carmen carol carole caroline carolyn catherine cathy cecilia
    celia charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen
    condoleezza connie cristina crystal cynthia daisy daniela danielle dawn deborah debbie debra delia
    denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena
    elisabeth elise elizabeth ella ellen eloise elsa emily emma erica erika erin esther ethel eva eve
    evelyn faith fatima felicia fiona florence frances francesca gabriela gabrielle gail gennifer
    georgia geraldine gertrude gina ginger giulia gladys gloria grace greta gretchen hannah harriet
    hazel heather heidi helen helena hilary hillary hope huma ida ilse imelda ines ingrid irene iris
    irma isabel isabella isabelle ivanka ivy jackie jacqueline jane janet janice jasmine jean jeanette
    jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne josephine joy joyce juanita
    judith judy julia juliana julie juliet june karen karin kate katherine kathleen kathryn kathy katie
    katrina kayleigh kellyanne kerstin kim kimberly kirsten kirstjen kristen kristin kristina lara laura
    lauren laurie leah leila lena leslie leticia lilian lillian lily linda lindsay lisa liz liza lois
    loretta lorraine louise lucia lucy lydia lynn mabel madeleine maggie malala malia marcia margaret
    maria marian marianne marie marilyn marina marjorie marlene marsha martha mary maureen maya megan
    melania melanie melinda melissa melody mercedes meredith mia michelle mildred mina mindy miranda
    miriam molly mona monica muriel myra nadia nancy naomi natalia natalie natasha nellie nicola nicole
    nina nora norma olga olivia pamela patricia patty paula pauline peggy penelope penny phyllis
    priscilla rachel ramona rebecca renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne
    ruth sabrina sally samantha sandra sara sarah sasha selena shannon sharon sheila shelley sherry
    shirley silvia simone sofia sonia sonja sophia sophie stacy stella stephanie sue susan suzanne
    svetlana sybil sylvia tamara tammy tanya tara teresa theresa theresa tiffany tina tracy ursula
    valerie vanessa vera veronica vicky victoria viola violet virginia vivian wanda wendy whoopi yasmin
    yolanda yvette yvonne zainab zoe"""
)
MALE_WORDS = word_set(
    """he him himself his spokesman businessman congressman chairman father son brother husband uncle actor
    king prince grandfather grandson nephew stepfather widower boyfriend boy monk waiter heir"""
)
FEMALE_WORDS = word_set(
    """she herself hers spokeswoman businesswoman congresswoman chairwoman mother daughter sister wife aunt
    actress queen princess grandmother granddaughter niece stepmother widow girlfriend girl nun waitress
    heiress midwife"""
)
