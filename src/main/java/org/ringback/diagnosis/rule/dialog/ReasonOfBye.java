package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.LegsBeside;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.Side;
import org.ringback.sip.Header;
import org.ringback.sip.SipMessage;

/**
 * Why an answered call ended, where its BYE says so (RFC 3326): no media, a cause of the telephone network, a SIP code, or
 * the count of media packets that some devices add.
 */
final class ReasonOfBye implements Rule {

    /** Why one side hung up is what these are about. */
    private static final String[] EXPLAINED = {
        "ack-missing-hangup",
        "hold-answer-ended",
        "session-timer-ran-out",
        "session-refresher-unnamed",
        "session-ran-out-after-refusal",
        "session-refresh-unanswered",
        "t38-refused-ended"
    };

    private static final Kind NO_MEDIA = Kind.of("media-timeout", Weight.FAILURE, 3326, "2", "ender", "reason");
    private static final Kind NOT_CONNECTED =
            Kind.of("media-not-connected", Weight.FAILURE, 3326, "2", "ender", "reason");
    private static final Kind BEARER =
            Kind.of("bearer-lost", Weight.FAILURE, 3326, "2", "ender", "reason").unless(EXPLAINED);
    private static final Kind NO_PACKETS =
            Kind.of("no-packets-received", Weight.TROUBLE, 3550, null, "counter", "sent", "header");
    private static final Kind CAUSE = Kind.of("ended-by-cause", Weight.TROUBLE, 3326, "2", "ender", "cause")
            .unless(EXPLAINED);
    private static final Kind LIMIT = Kind.of("ended-by-limit", Weight.FAILURE, 3326, "2", "ender", "reason");
    private static final Kind CODE = Kind.of("ended-by-code", Weight.TROUBLE, 3326, "2", "ender", "reason")
            .unless(EXPLAINED);
    private static final Kind CANCELED = Kind.of("canceled-by-cause", Weight.TROUBLE, 3326, "2", "canceler", "cause");

    /** RTP Timeout (JsSIP), MEDIA_TIMEOUT (FreeSWITCH), RTP broken connection, media inactivity, no RTP and the like. */
    private static final Pattern WITHOUT_MEDIA = Pattern.compile(
            "\\b(rtp|media)[ _-]*((hold|idle|stream|flow|packet|rx|receive)[ _-]*)?(time["
                    + " _-]?out|inactiv\\w*|broken|lost|loss)|\\bno[ _-](rtp|media)\\b",
            Pattern.CASE_INSENSITIVE);

    /** ICE or DTLS did not find together: Teams, JsSIP, Janus and SBCs. */
    private static final Pattern NEVER_CONNECTED = Pattern.compile(
            "\\b(ice|dtls)\\b.{0,40}\\bfail(ed|ure|s)?\\b(?![ _-]?over)|\\bfail(ed|ure)?\\b(?!["
                + " _-]?over).{0,40}\\b(ice|dtls)\\b|\\bmedia[ _-]?connectivity[ _-]?(check[ _-]?)?fail|\\bwaiting for"
                + " media\\b(?! ?(server|player|queue))",
            Pattern.CASE_INSENSITIVE);

    /** Money or time is used up. */
    private static final Pattern USED_UP = Pattern.compile(
            "\\b(credit|balance|funds?|prepaid|quota|money|budget)\\b.{0,20}\\b(exhaust\\w*|expir\\w*|insufficient|used"
                    + " up|exceed\\w*|low|empty)\\b|\\b(no|insufficient|not enough|out of|low)[ _-](more"
                    + " )?(credit|balance|funds?|money)\\b|\\bmax(imum)?[ _.-]*(call|session)?["
                    + " _-]*(duration|length|time)\\b|\\b(call|session)[ _-]?(duration|length|time)["
                    + " _-]?(limit|exceed\\w*|reached)\\b|\\btime limit\\b",
            Pattern.CASE_INSENSITIVE);

    /** A limit that there is, or is not, and that was not reached; and how long sound may be missing. */
    private static final Pattern NOT_USED_UP = Pattern.compile(
            "\\bunlimited\\b|\\bnot[ _-](yet[ _-])?(reached|exceeded|expired)\\b|\\bno[ _-](time[ _-])?limit\\b"
                    + "|\\b\\w*(duration|length|time)\\s{0,3}[=:]\\s{0,3}\\d+\\b(?!.{0,40}\\b(reach|exceed|expir))"
                    + "|\\b(rtp|media|idle|inactiv\\w*|silence)\\b.{0,30}\\btime limit\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Duration IN_SILENCE = Duration.ofSeconds(60);

    private static final Pattern BEARER_NAMED = Pattern.compile("bearer", Pattern.CASE_INSENSITIVE);

    /** What a mobile network says of a call whose radio connection is gone (3GPP TS 24.229, 5.2.8). */
    private static final Pattern WITHOUT_BEARER = Pattern.compile(
            "(?<![a-z])(loss|release)[ _-]of[ _-](the[ _-])?(media[ _-])?bearer|\\bbearer[ _-](is["
                    + " _-])?(lost|loss|released)|\\bradio[ _-](link|bearer|connection|coverage)?["
                    + " _-]?(lost|loss|failure)|\\bout[ _-]of[ _-]coverage\\b",
            Pattern.CASE_INSENSITIVE);

    /** The standard header, and those of Asterisk and others. */
    private static final List<String> REASONS =
            List.of("Reason", "X-Asterisk-HangupCause", "X-Hangup-Cause", "Warning");

    /** PS is sent, PR is received: AudioCodes, Unify, TelcoBridges and others. */
    private static final List<String> COUNTS =
            List.of("P-RTP-Stat", "X-RTP-Stat", "X-RTP-Stats", "X-Siemens-RTP-stats");

    private static final Pattern SENT = Pattern.compile("(?:^|[;,\\s])PS=(\\d{1,12})");
    private static final Pattern RECEIVED = Pattern.compile("(?:^|[;,\\s])PR=(\\d{1,12})");

    /** Two seconds of speech in packets of 20 ms: fewer may just have crossed the BYE. */
    private static final long SOME = 100;

    /** Normal clearing, and what says nothing or what somebody did: RFC 3398, 8.2.6.1 and 7.2.4.1. */
    private static final List<Integer> NORMAL = List.of(16, 17, 18, 19, 20, 21, 26, 31, 127);

    @Override
    public List<Kind> kinds() {
        return List.of(NO_MEDIA, NOT_CONNECTED, BEARER, NO_PACKETS, LIMIT, CAUSE, CODE, CANCELED);
    }

    @Override
    public Needs needs() {
        return Needs.any(Sign.BYE, Sign.CANCEL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        // Most calls end without a word, and their BYE need not be read in full.
        List<Message> byes = examined.requests("BYE");
        if (!byes.isEmpty()) {
            if (examined.headers(byes.getFirst()).has(REASONS)) {
                bye(byes.getFirst(), examined, findings);
            }
            List<Message> counted = new ArrayList<>(byes);
            counted.addAll(examined.responses(
                    response -> response.success() && response.head().method().equals("BYE")));
            for (Message message : counted) {
                Optional<Finding> found =
                        examined.headers(message).has(COUNTS) ? noPackets(message, examined) : Optional.empty();
                if (found.isPresent()) {
                    findings.accept(found.get());
                    break;
                }
            }
        }
        examined.requests("CANCEL").stream()
                .findFirst()
                .flatMap(cancel -> canceled(cancel, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> canceled(Message cancel, Case examined) {
        return Causes.of(cancel, examined)
                .filter(cause -> !NORMAL.contains(cause) && !answeredBeside(cancel, examined))
                .map(cause -> Finding.about(CANCELED, Certainty.LIKELY)
                        .proof(cancel)
                        .with("canceler", Value.of(cancel.captured().source()))
                        .with("cause", new Value.Cause(cause))
                        .found());
    }

    /** Who leaves a slow trunk for the next one, or the phones beside the one that answered, may give any cause for it. */
    private static boolean answeredBeside(Message cancel, Case examined) {
        return LegsBeside.answered(examined)
                .or(() -> LegsBeside.answeredNext(examined, cancel.time()))
                .isPresent();
    }

    /** Whether sound went both ways, or the call lasted longer than anybody waits in silence. */
    private static boolean talked(Message bye, Case examined) {
        return Stream.of(Side.values())
                        .noneMatch(side -> examined.media().toward(side).isEmpty())
                || examined.call()
                        .answer()
                        .flatMap(answer -> Elapsed.between(answer, bye))
                        .filter(length -> length.compareTo(IN_SILENCE) > 0)
                        .isPresent();
    }

    /** Whether it is a call of a mobile network: cordless phones lose their radio as well (3GPP TS 24.229, 7.2A.4). */
    private static boolean mobile(Message bye, Case examined) {
        return Stream.of(bye, examined.call().opening())
                .anyMatch(
                        message -> !message.headers("P-Access-Network-Info", "").isEmpty()
                                || !message.headers("P-Charging-Vector", "").isEmpty());
    }

    private static void bye(Message bye, Case examined, Consumer<Finding> findings) {
        SipMessage full = examined.read(bye);
        Value ender = Value.of(bye.captured().source());
        Optional<String> withoutMedia = reasons(full).stream()
                .filter(text -> WITHOUT_MEDIA.matcher(text).find())
                .findFirst();
        Optional<String> neverConnected = reasons(full).stream()
                .filter(_ -> !talked(bye, examined))
                .filter(text -> NEVER_CONNECTED.matcher(text).find())
                .findFirst();
        Optional<String> withoutBearer = reasons(full).stream()
                .filter(text -> WITHOUT_BEARER.matcher(text).find()
                        && (BEARER_NAMED.matcher(text).find() || mobile(bye, examined)))
                .findFirst();
        Optional<String> usedUp = reasons(full).stream()
                .filter(text -> USED_UP.matcher(text).find()
                        && !NOT_USED_UP.matcher(text).find())
                .findFirst();
        Optional<Integer> cause = Causes.of(bye, examined);
        if (neverConnected.isPresent()) {
            findings.accept(Finding.about(NOT_CONNECTED, Certainty.LIKELY)
                    .proof(bye)
                    .with("ender", ender)
                    .with("reason", neverConnected.get())
                    .found());
        } else if (withoutMedia.isPresent()) {
            findings.accept(Finding.about(NO_MEDIA, Certainty.CERTAIN)
                    .proof(bye)
                    .with("ender", ender)
                    .with("reason", withoutMedia.get())
                    .found());
        } else if (withoutBearer.isPresent()) {
            findings.accept(Finding.about(BEARER, Certainty.LIKELY)
                    .proof(bye)
                    .with("ender", ender)
                    .with("reason", withoutBearer.get())
                    .found());
        } else if (usedUp.isPresent()) {
            findings.accept(Finding.about(LIMIT, Certainty.LIKELY)
                    .proof(bye)
                    .with("ender", ender)
                    .with("reason", usedUp.get())
                    .found());
        } else if (cause.filter(number -> !NORMAL.contains(number)).isPresent()) {
            findings.accept(Finding.about(CAUSE, Certainty.LIKELY)
                    .proof(bye)
                    .with("ender", ender)
                    .with("cause", new Value.Cause(cause.get()))
                    .found());
        } else {
            full.reasons().stream()
                    .filter(reason -> reason.protocol().equalsIgnoreCase("SIP")
                            && reason.cause().isPresent()
                            && reason.cause().getAsInt() >= 400
                            && reason.cause().getAsInt() < 700)
                    .findFirst()
                    .ifPresent(_ -> findings.accept(Finding.about(CODE, Certainty.LIKELY)
                            .proof(bye)
                            .with("ender", ender)
                            .with("reason", reasons(full).getFirst())
                            .found()));
        }
    }

    private static List<String> reasons(SipMessage message) {
        return message.headers().stream()
                .filter(header -> REASONS.stream().anyMatch(header::is))
                .map(Header::value)
                .toList();
    }

    private static Optional<Finding> noPackets(Message message, Case examined) {
        for (String name : COUNTS) {
            Optional<String> stat = examined.read(message).header(name).map(Header::value);
            long sent = stat.map(text -> number(SENT, text)).orElse(-1L);
            long received = stat.map(text -> number(RECEIVED, text)).orElse(-1L);
            if (received == 0 && sent >= SOME) {
                return Optional.of(Finding.about(NO_PACKETS, Certainty.LIKELY)
                        .proof(message)
                        .with("counter", Value.of(message.captured().source()))
                        .with("sent", Value.of(sent))
                        .with("header", name + ": " + stat.get())
                        .found());
            }
        }
        return Optional.empty();
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }
}
