package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Connecting;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.SecureMedia;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.CallChecks;
import org.ringback.flow.CallHandshake;
import org.ringback.flow.Side;
import org.ringback.media.ConnectivityChecks;
import org.ringback.media.DtlsHandshake;
import org.ringback.network.TlsAlert;
import org.ringback.sip.Sdp;

/** Keys for media that are not agreed on, because the handshake of DTLS fails or does not begin (RFC 5763, RFC 5764). */
final class DtlsKeys implements Rule {

    private static final Kind ALERT = Kind.of("dtls-alert", Weight.TROUBLE, 5764, null, "who", "other", "alert");
    private static final Kind UNANSWERED =
            Kind.of("dtls-not-answered", Weight.TROUBLE, 5764, null, "client", "server", "tries", "span");
    private static final Kind BOTH_BEGIN =
            Kind.of("dtls-both-begin", Weight.TROUBLE, 5763, "5", "caller", "callee", "tries");
    private static final Kind NOT_BEGUN =
            Kind.of("dtls-not-begun", Weight.TROUBLE, 5763, "5", "client", "server", "roles", "span");
    private static final Kind BOTH_WAIT =
            Kind.of("dtls-both-wait", Weight.TROUBLE, 5763, "5", "caller", "callee", "roles", "span");
    private static final Kind FINGERPRINT =
            Kind.of("dtls-fingerprint-differs", Weight.TROUBLE, 8122, "5", "owner", "announced", "shown");

    /** That media do not flow is better told by why. */
    static final String[] IDS = {
        ALERT.id(), UNANSWERED.id(), BOTH_BEGIN.id(), NOT_BEGUN.id(), BOTH_WAIT.id(), FINGERPRINT.id()
    };

    /** A handshake is sent again after 1, 2 and 4 s (RFC 6347, 4.2.4.1), and by many sooner. */
    private static final int ENOUGH = 3;

    private static final long LONG = 3_000_000;

    /** What is compared; others are old, or not known here. */
    private static final Pattern FINGERPRINT_FORM =
            Pattern.compile("sha-(?:1|224|256|384|512) [0-9a-f]{2}(?::[0-9a-f]{2})+");

    /** A sound that was under way when a handshake ended says nothing of its keys. */
    private static final long MOMENT = 1_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(ALERT, UNANSWERED, BOTH_BEGIN, NOT_BEGUN, BOTH_WAIT, FINGERPRINT);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.media().checks().isEmpty() && examined.media().handshakes().isEmpty()) {
            return;
        }
        Connecting.of(examined)
                .filter(call -> !call.bothHeard())
                .ifPresent(call -> fingerprint(call, examined)
                        .or(() -> alert(call))
                        .or(() -> bothBegin(call))
                        .or(() -> unanswered(call))
                        .or(() -> notBegun(call))
                        .ifPresent(findings));
    }

    private static Optional<Finding> fingerprint(Connecting call, Case examined) {
        for (CallHandshake of : call.media().handshakes()) {
            for (DtlsHandshake.Shown shown : of.handshake().shown()) {
                Side owner = of.side(shown.ofClient());
                Set<String> announced = call.fingerprints(owner, examined);
                boolean comparable = !announced.isEmpty()
                        && announced.stream().allMatch(FINGERPRINT_FORM.asMatchPredicate())
                        && own(call, of.handshake(), shown, owner);
                if (comparable && shown.fingerprints().stream().noneMatch(announced::contains)) {
                    String function = announced.iterator().next().split(" ", 2)[0];
                    return Optional.of(about(FINGERPRINT, Certainty.CERTAIN, call)
                            .seen(List.of(Sightings.of(of.handshake(), shown.packet(), shown.ofClient())))
                            .with(
                                    "owner",
                                    Value.of(
                                            shown.ofClient()
                                                    ? of.handshake().client()
                                                    : of.handshake().server()))
                            .with(
                                    "announced",
                                    Value.of(announced.stream().sorted().toList()))
                            .with(
                                    "shown",
                                    shown.fingerprints().stream()
                                            .filter(each -> each.startsWith(function + " "))
                                            .findFirst()
                                            .orElseThrow())
                            .found());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a certificate comes from a port that its side has announced itself: who answers there is the one described, unless
     * the port was another call's before.
     */
    private static boolean own(Connecting call, DtlsHandshake handshake, DtlsHandshake.Shown shown, Side owner) {
        var end = shown.ofClient() ? handshake.client() : handshake.server();
        return call.announced(owner).stream()
                .anyMatch(each -> each.ports().contains(end)
                        && each.time() <= shown.packet().time());
    }

    private static Optional<Finding> alert(Connecting call) {
        return call.media().handshakes().stream()
                .map(CallHandshake::handshake)
                .filter(each -> each.alert().isPresent()
                        && !goesOn(call, each)
                        && !call.soundAfter(each.alert().get().packet().time() + MOMENT))
                .findFirst()
                .map(each -> {
                    DtlsHandshake.Alert alert = each.alert().get();
                    return about(ALERT, Certainty.CERTAIN, call)
                            .seen(List.of(
                                    Sightings.of(each, alert.packet(), alert.ofClient()),
                                    Sightings.of(each, each.first(), true)))
                            .with("who", Value.of(alert.ofClient() ? each.client() : each.server()))
                            .with("other", Value.of(alert.ofClient() ? each.server() : each.client()))
                            .with("alert", TlsAlert.nameOf(alert.description()))
                            .found();
                });
    }

    /** Whether another handshake went on without an alert, or had led to keys already, as that of another stream. */
    private static boolean goesOn(Connecting call, DtlsHandshake failed) {
        return call.media().handshakes().stream()
                .map(CallHandshake::handshake)
                .anyMatch(other -> other.answered()
                        && other.alert().isEmpty()
                        && (other.secret()
                                || other.last().time() >= failed.first().time()));
    }

    private static boolean anyAnswered(Connecting call) {
        return call.media().handshakes().stream()
                .anyMatch(each -> each.handshake().answered());
    }

    private static Optional<DtlsHandshake> insistent(Connecting call, Side client) {
        return call.begunBy(client).stream()
                .map(CallHandshake::handshake)
                .filter(each ->
                        !each.answered() && each.hellos() >= ENOUGH && call.since(each.first(), each.last()) >= LONG)
                .findFirst();
    }

    private static Optional<Finding> bothBegin(Connecting call) {
        Optional<DtlsHandshake> caller = insistent(call, Side.CALLER);
        Optional<DtlsHandshake> callee = insistent(call, Side.CALLEE);
        if (caller.isEmpty() || callee.isEmpty() || anyAnswered(call) || !meet(call, caller.get(), callee.get())) {
            return Optional.empty();
        }
        return Optional.of(about(BOTH_BEGIN, Certainty.CERTAIN, call)
                .seen(Stream.of(caller.get(), callee.get())
                        .map(each -> Sightings.of(each, each.first(), true))
                        .toList())
                .with("caller", Value.of(caller.get().client()))
                .with("callee", Value.of(callee.get().client()))
                .with("tries", Value.of(caller.get().hellos() + callee.get().hellos()))
                .found());
    }

    /** Whether both begin between the same two ports, and not one after the other because roles were agreed on anew. */
    private static boolean meet(Connecting call, DtlsHandshake one, DtlsHandshake other) {
        boolean atOnce = one.first().time() <= other.last().time()
                && other.first().time() <= one.last().time();
        return one.client().equals(other.server())
                && one.server().equals(other.client())
                && (atOnce || call.exchange().agreed().size() == 1);
    }

    private static Optional<Finding> unanswered(Connecting call) {
        return Stream.of(Side.values())
                .filter(_ -> !anyAnswered(call))
                .flatMap(client -> insistent(call, client).stream()
                        .map(each -> about(UNANSWERED, certainty(call, client, each), call)
                                .seen(List.of(
                                        Sightings.of(each, each.first(), true), Sightings.of(each, each.last(), true)))
                                .with("client", Value.of(each.client()))
                                .with("server", Value.of(each.server()))
                                .with("tries", Value.of(each.hellos()))
                                .with(
                                        "span",
                                        Elapsed.value(each.last().time()
                                                - each.first().time()))
                                .found()))
                .findFirst();
    }

    /** Where checks of ICE were answered over the very same way, an answer to the handshake would have been seen. */
    private static Certainty certainty(Connecting call, Side client, DtlsHandshake handshake) {
        boolean sameWay = call.asking(client.other()).stream()
                .map(CallChecks::checks)
                .anyMatch(each -> each.successes() > 0
                        && each.source().equals(handshake.client())
                        && each.destination().equals(handshake.server()));
        if (sameWay) {
            return Certainty.CERTAIN;
        }
        return call.media().watched().contains(client) ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    /** Checks of ICE have found a way, and nobody goes on. */
    private static Optional<Finding> notBegun(Connecting call) {
        Optional<CallChecks> way = call.media().checks().stream()
                .filter(each -> each.checks().successes() > 0)
                .findFirst();
        boolean oneWay = Stream.of(Side.values())
                .map(call::asking)
                .anyMatch(asked -> !asked.isEmpty() && !Connecting.succeeded(asked));
        boolean due = call.media().handshakes().isEmpty()
                && call.silent()
                && call.length() >= LONG
                && call.exchange().agreed().size() == 1
                && call.exchange().rounds().size() == 1
                && overDtls(call);
        if (way.isEmpty() || oneWay || !due || call.relayed()) {
            return Optional.empty();
        }
        Certainty certainty = call.otherWays() ? Certainty.POSSIBLE : Certainty.LIKELY;
        String caller = call.attribute(Side.CALLER, "setup").orElse("");
        String callee = call.attribute(Side.CALLEE, "setup").orElse("");
        ConnectivityChecks checks = way.get().checks();
        var seen = List.of(Sightings.of(checks, checks.last(), false));
        Value roles = Value.of(List.of("a=setup:" + caller, "a=setup:" + callee));
        if (caller.equals("passive") && callee.equals("passive")) {
            return Optional.of(about(BOTH_WAIT, certainty, call)
                    .seen(seen)
                    .with("caller", SilentSide.announced(call.media(), Side.CALLER))
                    .with("callee", SilentSide.announced(call.media(), Side.CALLEE))
                    .with("roles", roles)
                    .with("span", Elapsed.value(call.length()))
                    .found());
        }
        return active(caller, callee)
                .map(client -> about(NOT_BEGUN, certainty, call)
                        .seen(seen)
                        .with("client", SilentSide.announced(call.media(), client))
                        .with("server", SilentSide.announced(call.media(), client.other()))
                        .with("roles", roles)
                        .with("span", Elapsed.value(call.length()))
                        .found());
    }

    /** Who has to begin: who is active, or leaves it to one that is passive (RFC 5763, 5). */
    private static Optional<Side> active(String caller, String callee) {
        boolean callerBegins = !caller.equals("passive") && callee.equals("passive");
        boolean calleeBegins = !callee.equals("passive") && caller.equals("passive");
        if (callerBegins || (caller.equals("active") && callee.equals("actpass"))) {
            return Optional.of(Side.CALLER);
        }
        return calleeBegins || (callee.equals("active") && caller.equals("actpass"))
                ? Optional.of(Side.CALLEE)
                : Optional.empty();
    }

    /** Whether keys can be agreed on by DTLS only: none stand in the descriptions. */
    private static boolean overDtls(Connecting call) {
        return call.last().firstOn().stream()
                .anyMatch(pair -> secret(call.last().offer(), pair.offer())
                        && secret(call.last().answer().orElseThrow(), pair.answer()));
    }

    private static boolean secret(Sdp sdp, Sdp.Media media) {
        return SecureMedia.dtls(sdp, media) && Audio.secure(media) && !Audio.has(media, "crypto");
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Connecting call) {
        return Finding.about(kind, certainty).proof(call.descriptions());
    }
}
