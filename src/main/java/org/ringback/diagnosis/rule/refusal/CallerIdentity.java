package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.CallNumber;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Passport;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;

/** Calls that were refused for the signature under the caller's number, STIR/SHAKEN (RFC 8224, 6.2.2). */
final class CallerIdentity implements RefusalRule {

    private static final Kind MISSING = Kind.of("identity-missing", Weight.FAILURE, 8224, "6.2.2", "refuser");
    private static final Kind NOT_TAKEN = Kind.of("identity-not-taken", Weight.FAILURE, 8224, "6.2.2", "refuser");
    private static final Kind UNREADABLE =
            Kind.of("identity-certificate-unreachable", Weight.FAILURE, 8224, "6.2.2", "refuser", "code");
    private static final Kind UNSUPPORTED =
            Kind.of("identity-certificate-refused", Weight.FAILURE, 8224, "6.2.2", "refuser", "code");
    private static final Kind INVALID = Kind.of("identity-invalid", Weight.FAILURE, 8224, "6.2.2", "refuser", "code");
    private static final Kind OTHER_NUMBER =
            Kind.of("identity-for-other-number", Weight.FAILURE, 8224, "6.2.2", "refuser", "code", "signed", "shown");
    private static final Kind STALE =
            Kind.of("identity-stale", Weight.FAILURE, 8224, "6.2.2", "refuser", "code", "age");

    private static final Map<Integer, Kind> BY_CODE = Map.of(436, UNREADABLE, 437, UNSUPPORTED, 438, INVALID);

    private static final Set<Integer> ABOUT_CERTIFICATE = Set.of(436, 437);

    /** Invalid Identity Header. */
    private static final int INVALID_HEADER = 438;

    /** Digits only, as a signature has them. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{7,15}");

    /** How old a signature may be (RFC 8224, 4.1). */
    private static final Duration FRESH = Duration.ofSeconds(60);

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING, NOT_TAKEN, UNREADABLE, UNSUPPORTED, INVALID, OTHER_NUMBER, STALE);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        int status = refusal.status();
        boolean about = status == 428 || BY_CODE.containsKey(status) || saysStale(refusal.response(), examined);
        return about ? Optional.of(look(refusal, status, examined)) : Optional.empty();
    }

    private static Finding look(Refusal refusal, int status, Case examined) {
        Message told = refusal.response();
        Origin origin = refusal.origin();
        Optional<Message> invite = refusal.request();
        List<Message> proof = invite.map(request -> List.of(told, request)).orElse(List.of(told));
        boolean signed = invite.filter(
                        request -> examined.read(request).header("Identity").isPresent())
                .isPresent();
        Optional<Duration> age = invite.flatMap(request -> age(request, examined))
                .filter(passed -> passed.abs().compareTo(FRESH) > 0);
        boolean said = status == 403 || reasonSaysStale(told, examined);
        // 436 and 437 are about the certificate, whatever the age.
        if (age.isPresent() && (said || !ABOUT_CERTIFICATE.contains(status))) {
            return Finding.about(STALE, said ? Certainty.CERTAIN : Certainty.POSSIBLE)
                    .proof(proof)
                    .saidBy(origin)
                    .with("refuser", Value.of(origin.firstSaidBy()))
                    .with("code", examined.code(told))
                    .with("age", Value.of(age.get()))
                    .found();
        }
        Optional<Finding> other = status == INVALID_HEADER
                ? invite.flatMap(request -> otherNumber(refusal, request, examined))
                : Optional.empty();
        if (other.isPresent()) {
            return other.get();
        }
        // Without the INVITE nobody can tell whether it was signed, but then 428 says that it was not.
        Kind kind = BY_CODE.getOrDefault(status, status == 428 && !signed ? MISSING : NOT_TAKEN);
        boolean asCaptured = status == 428
                ? invite.filter(request -> !signed && examined.whole(request)).isPresent()
                : signed && BY_CODE.containsKey(status);
        var finding = Finding.about(kind, asCaptured ? Certainty.CERTAIN : Certainty.LIKELY)
                .proof(proof)
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()));
        if (kind.places().contains("code")) {
            finding.with("code", examined.code(told));
        }
        return finding.found();
    }

    /** A verifier compares the number that was signed with the one that calls (RFC 8224, 6.2.1): here they differ. */
    private static Optional<Finding> otherNumber(Refusal refusal, Message invite, Case examined) {
        List<String> shown = Stream.of("From", "P-Asserted-Identity")
                .flatMap(name -> examined.read(invite).addresses(name).stream())
                .map(address -> CallNumber.plain(address.uri().user()))
                .filter(number -> LONG_NUMBER.matcher(number).matches())
                .distinct()
                .toList();
        List<String> all =
                Passport.all(invite, examined).stream().map(Passport::caller).toList();
        boolean differ = !shown.isEmpty()
                && all.stream()
                        .allMatch(signed -> LONG_NUMBER.matcher(signed).matches()
                                && shown.stream().noneMatch(number -> CallNumber.same(number, signed)));
        return all.stream()
                .findFirst()
                .filter(_ -> differ)
                .map(signed -> RefusalFinding.about(OTHER_NUMBER, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.response(), invite)
                        .with("signed", signed)
                        .with("shown", new Value.Several(shown))
                        .found());
    }

    /** What a verifier found can stand beside the code (RFC 9410). */
    private static boolean reasonSaysStale(Message response, Case examined) {
        return examined.read(response).reasons().stream()
                .anyMatch(reason -> reason.text().toLowerCase(Locale.ROOT).contains("stale"));
    }

    static boolean saysStale(Message response, Case examined) {
        return response.head().status() == 403
                && examined.read(response).phrase().toLowerCase(Locale.ROOT).contains("stale date");
    }

    /** How long before the capture's clock saw it the signature was made. */
    private static Optional<Duration> age(Message request, Case examined) {
        return request.time() == Captured.NO_TIME
                ? Optional.empty()
                : Passport.of(request, examined)
                        .filter(passport -> passport.issued() > 0 && passport.issued() < Integer.MAX_VALUE * 2L)
                        .map(passport -> Duration.ofSeconds(request.time() / 1_000_000 - passport.issued()));
    }
}
