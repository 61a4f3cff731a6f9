package org.ringback.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.ringback.diagnosis.Described;

/** Calls that fail for a known cause, told in a line each. */
final class FailingCalls {

    private static final String SERVER = Scene.PBX + ":5060";
    private static final String PCMA_ONLY = Described.audio(Scene.ALICE, 4000, "8");

    private final List<KnownCalls> all = new ArrayList<>();

    private FailingCalls() {}

    static List<KnownCalls> all() {
        var failing = new FailingCalls();
        failing.refusals();
        failing.causesOfTheNetwork();
        failing.withinCalls();
        failing.silence();
        failing.carriers();
        failing.otherRequests();
        return List.copyOf(failing.all);
    }

    /** A case: the cause, what the English words have to hold, ids that say half of it, and the story. */
    private void add(String fault, String cause, String words, Set<String> near, UnaryOperator<Scene> story) {
        add(fault, cause, words, near, Optional.empty(), story);
    }

    private void add(
            String fault,
            String cause,
            String words,
            Set<String> near,
            Optional<String> origin,
            UnaryOperator<Scene> story) {
        var truth = new Truth(fault, cause, Set.of(), Optional.of(Pattern.compile(words)), near, Set.of(), origin);
        all.add(new KnownCalls(cause, truth, () -> story.apply(new Scene()).examined()));
    }

    private void refused(String fault, String cause, String words, int status, String phrase, String... headers) {
        refusedAfter(0.1, fault, cause, words, status, phrase, headers);
    }

    private void refusedAfter(
            double seconds, String fault, String cause, String words, int status, String phrase, String... headers) {
        add(
                fault,
                cause,
                words,
                Set.of("refused-at-once", "refused-after-trying", "refusal-explained", "server-failed"),
                Optional.of(SERVER),
                scene -> scene.calls().after(seconds).refuses(status, phrase, headers));
    }

    private void refusals() {
        refused("number", "404: the number is not there", "number", 404, "Not Found");
        refused("number", "484: digits are missing", "incomplete|digits", 484, "Address Incomplete");
        refused("number", "410: the number was given up", "gone|no longer", 410, "Gone");
        refused("number", "604: the number exists nowhere", "number|nowhere", 604, "Does Not Exist Anywhere");
        refused("number", "485: several people have this name", "ambiguous|several", 485, "Ambiguous");
        refused("number", "416: the scheme is not known", "scheme|tel", 416, "Unsupported URI Scheme");
        refused("number", "404: the number was ported", "moved to another network", 404, "Number ported out");
        refused("rights", "403: this destination is barred", "[Bb]arred", 403, "Destination barred");
        refused("rights", "403: no money left", "credit|balance", 403, "Insufficient credit");
        refused("rights", "402: no money left", "credit|pay", 402, "Payment Required");
        refused("busy", "486 before anything rang", "[Bb]usy", 486, "Busy Here");
        refused("busy", "600: busy on all phones", "busy", 600, "Busy Everywhere");
        refused("busy", "603 before anything rang", "[Dd]eclin", 603, "Decline");
        refused(
                "media",
                "488 with a Warning that names the codecs",
                "codec|media",
                488,
                "Not Acceptable Here",
                "Warning: 304 192.0.2.5 \"Media type not available\"");
        refused(
                "server",
                "503: no channel is free",
                "channel|capacity|overload",
                503,
                "Service Unavailable",
                "Retry-After: 30");
        refused("server", "500: the server made a mistake", "server", 500, "Server Internal Error");
        refused("server", "501: the method is not implemented", "method", 501, "Not Implemented");
        refused("server", "502: the gateway got nonsense", "gateway", 502, "Bad Gateway");
        refused("server", "505: the version is not spoken", "version", 505, "Version Not Supported");
        refused("server", "513: the message is too large", "large", 513, "Message Too Large");
        refused("identity", "428: the call is not signed", "sign|Identity", 428, "Use Identity Header");
        refused("identity", "433: who hides the number is refused", "anonym|hid|withheld", 433, "Anonymity Disallowed");
        refused(
                "dialog",
                "420: an extension is not known",
                "extension|timer",
                420,
                "Bad Extension",
                "Unsupported: timer");
        refused(
                "dialog",
                "421: an extension is demanded",
                "extension|100rel",
                421,
                "Extension Required",
                "Require: 100rel");
        refused(
                "timers",
                "422: the session is too short",
                "session|Min-SE",
                422,
                "Session Interval Too Small",
                "Min-SE: 1800");
        refused("routing", "483: too many hops", "hop|Max-Forwards", 483, "Too Many Hops");
        refused("routing", "482: the request came round", "loop|circle", 482, "Loop Detected");
    }

    private void causesOfTheNetwork() {
        cause(1, "nobody has this number", "number", 404, "Not Found");
        cause(17, "the line is busy", "[Bb]usy", 486, "Busy Here");
        cause(34, "no circuit is free", "circuit|channel|congest", 503, "Service Unavailable");
        cause(38, "the network is out of order", "network|out of order", 503, "Service Unavailable");
        cause(27, "the destination is out of order", "line is out of order", 502, "Bad Gateway");
        cause(3, "there is no route to the number", "no route", 404, "Not Found");
        cause(22, "the number has changed", "has changed", 410, "Gone");
        cause(28, "digits are missing", "incomplete", 484, "Address Incomplete");
        cause(20, "the phone is not there", "cannot be reached at the moment", 480, "Temporarily Unavailable");
        cause(18, "the phone does not respond", "did not respond", 480, "Temporarily Unavailable");
        cause(41, "a fault for the moment", "had a fault", 500, "Server Internal Error");
        cause(47, "no resources are free", "capacity", 503, "Service Unavailable");
        cause(102, "a timer ran out behind", "waited in vain", 504, "Server Time-out");
        cause(57, "the line may not make this call", "not allow", 403, "Forbidden");
    }

    /** The telephone network takes its time. */
    private void cause(int number, String cause, String words, int status, String phrase) {
        refusedAfter(
                4,
                "network",
                "Q.850 cause " + number + ": " + cause,
                words,
                status,
                phrase,
                "Reason: Q.850;cause=" + number + ";text=\"" + phrase + "\"");
    }

    private void withinCalls() {
        add("media", "a codec that is not offered is answered", "codec", Set.of(), scene -> {
            scene.calls().rings();
            scene.trace()
                    .after(2)
                    .from("pbx")
                    .to("alice")
                    .header("Contact: <sip:bob@" + SERVER + ">")
                    .sdp(Described.audio(Scene.PBX, 6000, "18"))
                    .responds(200);
            return scene.after(0.03).acknowledges().after(20).hangsUp();
        });
        add(
                "media",
                "a re-INVITE for another codec is refused",
                "re-INVITE|change|codec",
                Set.of(),
                scene -> talks(scene)
                        .after(5)
                        .changesInVain(PCMA_ONLY, 488, "Not Acceptable Here")
                        .after(30)
                        .hangsUp());
        add(
                "dialog",
                "the other side does not know the call any more",
                "unknown|know|restart|lost",
                Set.of(),
                scene -> talks(scene).after(60).asks("BYE", 481, "Call/Transaction Does Not Exist"));
        add(
                "dialog",
                "a transfer is refused",
                "[Tt]ransfer|REFER",
                Set.of("request-inside-refused"),
                scene -> talks(scene)
                        .after(9)
                        .asks("REFER", 403, "Forbidden", "Refer-To: <sip:carol@example.com>")
                        .after(9)
                        .hangsUp());
        add(
                "network",
                "the network ends the call with cause 41",
                "41|temporary|network",
                Set.of("ended-by-cause"),
                scene -> talks(scene).after(30).isHungUpOn("Reason: Q.850;cause=41;text=\"Temporary failure\""));
        add(
                "media",
                "the callee hangs up because no media come",
                "media|RTP|audio",
                Set.of(),
                scene -> talks(scene).after(30).isHungUpOn("Reason: SIP;cause=200;text=\"RTP timeout\""));
    }

    private void silence() {
        add("no answer", "an INVITE that nobody answers", "[Nn]obody|no response|not a single", Set.of(), scene -> {
            double wait = 0;
            for (double pause : new double[] {0, 0.5, 1, 2, 4, 8, 16}) {
                wait += pause;
                scene.after(pause)
                        .trace()
                        .from("alice")
                        .to("pbx")
                        .header("Contact: <sip:alice@" + Scene.ALICE + ":5060>")
                        .sdp(Scene.offer())
                        .request("INVITE");
            }
            scene.trace().goesOn(64 - wait);
            return scene;
        });
        add(
                "no answer",
                "a phone that rings and is not picked up",
                "picked up|answer",
                Set.of(),
                scene -> scene.calls().rings().after(60).refuses(480, "Temporarily Unavailable"));
        add("no answer", "silence after 100 Trying", "[Tt]rying|silence|nothing", Set.of(), scene -> {
            scene.calls();
            scene.trace().goesOn(200);
            return scene;
        });
        add("no answer", "a 200 that is never acknowledged", "ACK", Set.of(), scene -> {
            scene.calls().rings();
            for (double pause : new double[] {3, 0.5, 1, 2, 4, 4, 4, 4, 4, 4, 4}) {
                scene.after(pause)
                        .trace()
                        .from("pbx")
                        .to("alice")
                        .header("Contact: <sip:bob@" + SERVER + ">")
                        .sdp(Scene.answer())
                        .responds(200);
            }
            return scene.after(0.4).isHungUpOn();
        });
    }

    private void carriers() {
        add(
                "routing",
                "every carrier of a proxy refuses",
                "several ways",
                Set.of("server-failed"),
                scene -> refusedEverywhere(scene, "one", "two", "three"));
        add("media", "a mobile phone never reports its reservation", "[Rr]eserv", Set.of("canceled-call"), scene -> {
            String wanted = Described.audio(
                    Scene.ALICE,
                    4000,
                    "8",
                    "a=curr:qos local none",
                    "a=curr:qos remote none",
                    "a=des:qos mandatory local sendrecv",
                    "a=des:qos mandatory remote sendrecv");
            scene.trace().from("alice").to("pbx").sdp(wanted).request("INVITE");
            scene.after(0.2).trace().from("pbx").to("alice").sdp(wanted).responds(183);
            return scene.after(20).givesUp();
        });
    }

    private static Scene refusedEverywhere(Scene scene, String... carriers) {
        scene.calls();
        for (String carrier : carriers) {
            scene.after(0.02).trace().from("pbx").to(carrier).request("INVITE");
            scene.after(0.1).trace().from(carrier).to("pbx").toTag(carrier).responds(503);
        }
        return scene.after(0.02).refuses(503, "Service Unavailable");
    }

    private void otherRequests() {
        other("REGISTER", 403, "Forbidden", "account|password", "registration", "a registration is forbidden");
        other(
                "REGISTER",
                404,
                "Not Found",
                "domain|account",
                "registration",
                "a registrar that does not know the account");
        other(
                "REGISTER",
                503,
                "Service Unavailable",
                "overload|maintenance",
                "registration",
                "a registrar that is overloaded");
        other("SUBSCRIBE", 489, "Bad Event", "[Ee]vent|package", "subscription", "an event package that is not known");
        other("SUBSCRIBE", 403, "Forbidden", "subscription", "subscription", "a subscription that is forbidden");
        other("MESSAGE", 415, "Unsupported Media Type", "type", "message", "a message of a type that is not taken");
        other("MESSAGE", 404, "Not Found", "[Aa]ddress|nobody|found|user", "message", "a message to nobody");
    }

    private void other(String method, int status, String phrase, String words, String fault, String cause) {
        add(
                fault,
                status + " to " + method + ": " + cause,
                words,
                Set.of(),
                Optional.of(SERVER),
                scene -> scene.sends(method, status, phrase, "Contact: <sip:alice@" + Scene.ALICE + ":5060>", ""));
    }

    private static Scene talks(Scene scene) {
        return scene.calls().rings().after(3).answers();
    }
}
