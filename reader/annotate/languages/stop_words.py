"""The most frequent words of each language that can be recognized. Written by hand for this project.

Languages without a grammar are listed so that they are not taken for a related language that has one.
"""

from __future__ import annotations

STOP_WORDS = {
    "en": """the of and to in a is that for it as was with be by on not he his but at are this have from or
        had an they which you were her she there would their we him been has when who will more no if
        out so said what up its about than into them can only other could my do your some very just like
        over after also did how our because these those where while being any here""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an
        werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war
        haben nur oder aber vor zur bis mehr durch man sein wurde sei ihr wir ich hatte kann gegen vom
        können schon wenn habe seine ihre dann unter soll eines keine jetzt doch uns wo sagt sagte""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont
        avec son nous ont été cette ses mais comme on aux ou sa elle deux même vous je leur fait être
        sans tout entre après bien ces dont très où depuis était avait ils elles contre encore peut
        avant lui aussi d l qu c n s j chez notre votre nos dit""",
    "es": """de la que el en y a los se del las por un con no una su para es al lo como más pero sus le ya o
        este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos
        durante todos uno les ni contra otros ese eso ante ellos e esto antes algunos unos yo otro otras
        fue ha han sido está son era dijo según había""",
    "it": """di che e il la un a per in una è mi sono ho non ma lo ha le si ti i con cosa se io come da ci no
        questo qui hai sei del bene al della dei nel alla dal più anche gli delle nella suo sua dopo
        quando essere era dell all degli sul sulla stato hanno ai nei loro molto fra tra chi ancora però
        già così perché dove sempre due detto poi""",
    "pt": """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das
        tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era
        depois sem mesmo aos seus quem nas me esse eles estão você tinha foram essa num nem suas meu às
        minha têm numa pelos disse são""",
    "nl": """de van een het en in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog uit
        hij worden door naar heeft hebben over ze wordt was of kan geen dit wel tot zo je ik meer moet
        deze mijn werd had zou we al veel haar hun na zei zegt zich kunnen omdat toen waar tegen onder
        wil want tussen jaar gaat heel""",
    "da": """og i at det er en til af den på for med der ikke de som har et jeg om men han vi var kan også
        efter blev""",
    "sv": """och i att det som en på är av för med den till inte om ett har de men jag var han så också från
        när efter""",
    "ca": """de la i el que a en un per les els amb és una no al del es dels va més però com ha són aquest
        aquesta també""",
    "gl": """de a e que o do da en os un das dos unha para non se as ao no na con por máis como é pero foi
        súa seu tamén""",
    "ro": """de și în a la cu că nu o din pe este un să care pentru mai au fost ale se lui ce prin după sunt
        dar sau""",
    "af": """die van en in het is dit te nie om vir met sy wat op hy aan was as by ons hulle ook sal kan deur
        na""",
    "pl": """w i na z się nie do jest że o jak to po co za od ale dla czy tak przez już być oraz są był które
        jego""",
    "cs": """a v se na je že o s do z to i za k ale pro po jsou by ve jako od jeho který už byl podle však""",
    "tr": """ve bir bu da de için ile çok olarak daha ama gibi olan kadar sonra en ne var değil ise""",
    "id": """yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka oleh
        telah""",
    "hu": """a az és hogy nem is egy azt de ez van meg csak már volt el ki mint még vagy aki ha szerint után
        által""",
    "lb": """d de an den ass en fir op mat sech net dat der vun zu och si huet hunn eng no bei datt awer war
        gëtt""",
    "la": """et in est ad non ut cum sed qui quod ex si per quae ab esse sunt enim autem hoc a quam etiam
        eius""",
}
"""Lower-case words by language code, separated by white space."""
