package org.ringback.diagnosis.rule.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.handbook.ResponseCode;
import org.ringback.sip.Header;
import org.ringback.sip.Reason;
import org.ringback.sip.SipMessage;

/**
 * Whoever refuses may say why in words: a Warning (RFC 3261, 20.43), the text of a Reason (RFC 3326), or a phrase of its own
 * in place of the one that is registered (7.2).
 */
final class ExplainedRefusal implements Rule {

    private static final Kind EXPLAINED = Kind.of(
                    "refusal-explained", Weight.FAILURE, 3261, "20.43", "refuser", "code", "words")
            .unless(
                    "message-too-large",
                    "location-refused",
                    "teams-contact-is-address",
                    "forbidden-for-password",
                    "next-hop-unreachable",
                    "network-blocked",
                    "identity-stale",
                    "anonymous-refused",
                    "forwarded-caller-refused",
                    "caller-number-refused",
                    "asserted-identity-missing",
                    "login-unlike-registration",
                    PortedNumber.ID)
            .besideOthers();

    /** What SER and Kamailio tell about their own processing in every response. */
    private static final int FEEDBACK = 392;

    private static final int CANCELED = 487;

    /** Codes of SIP in a Reason: somebody else picked up, or the caller gave up (RFC 3326, 2). */
    private static final Set<Integer> ELSEWHERE_OR_CANCELED = Set.of(200, CANCELED);

    /** Causes of Q.850 for the same: normal clearing, and non-selected user clearing. */
    private static final Set<Integer> CLEARED = Set.of(16, 26);

    /** The names of all Q.850 causes, as the standard and as FreeSWITCH and Asterisk write them, are made of these words. */
    private static final Set<String> NAMES = Set.of("""
        a absent access address alerted allocated allowed an and answer available barred bearer
        busy by call called capability cause changed channel circuit class clearing closed cls
        compatible completion conditions congestion cug defined delivered destination does
        element equipment error established exist expire expired expiry facility failure for
        format group identity ie implemented in incoming incompatible incomplete information
        interworking invalid length mandatory message misdialled network no non nonexistent
        normal not number of on option or order out outgoing parameter permanent preemption
        prefix presently protocol quality recovery reference rejected requested resource
        responding response restricted route segment selected selection send service special
        specified state subscribed subscriber suspended switch switching temporary terminal
        timeout timer to tone transit trunk type unacceptable unallocated unassigned unavailable
        unknown unspecified user with within wrong\
        """.split("\\s+"));

    /** Words of the phrases that software writes for the registered ones. */
    private static final Set<String> COMMON = Set.of("""
        absent an available bad busy call called callee cannot client clearing code contact declined
        denied disconnected does doesn element entity error everywhere exist exists failed failure
        forbidden found from gateway here internal invalid local message method missing moment
        moved network normal not now number out party peer permanently please process processed proxy
        refused rejected remote request requested response server service side sip status
        temporarily terminated the time timed timeout transaction try trying unallocated unassigned
        unavailable unknown unsupported user with\
        """.split("\\s+"));

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    @Override
    public List<Kind> kinds() {
        return List.of(EXPLAINED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal().ifPresent(refusal -> {
            // What a B2BUA adds to its own refusal is not what was said on the other leg.
            Message said = refusal.origin().answer();
            List<String> words = words(examined.read(said), refusal);
            if (!words.isEmpty() && !calledOff(examined.read(said), refusal)) {
                findings.accept(Finding.about(EXPLAINED, Certainty.CERTAIN)
                        .proof(said)
                        .saidBy(refusal.origin())
                        .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                        .with("code", examined.code(said))
                        .with("words", new Value.Several(words))
                        .found());
            }
        });
    }

    /**
     * Whether a 487 is only the receipt of a CANCEL (RFC 3261, 9.2), which its words are then about; one without its INVITE
     * may be as well.
     */
    private static boolean calledOff(SipMessage response, Refusal refusal) {
        return response.status() == CANCELED
                && (refusal.attempt().request().isEmpty()
                        || refusal.attempt().hops().stream()
                                .anyMatch(hop -> hop.canceledBy().isPresent())
                        || response.reasons().stream().anyMatch(ExplainedRefusal::calledOff));
    }

    private static boolean calledOff(Reason reason) {
        Set<Integer> causes = switch (reason.protocol().toUpperCase(Locale.ROOT)) {
            case "SIP" -> ELSEWHERE_OR_CANCELED;
            case "Q.850" -> CLEARED;
            default -> Set.of();
        };
        return reason.cause().isPresent() && causes.contains(reason.cause().getAsInt());
    }

    /** What a refusal says in words beyond the registered ones, header lines as they stand. */
    static List<String> words(SipMessage response, Refusal refusal) {
        List<String> words = new ArrayList<>();
        if (refusal.status() != CANCELED && !refusal.response().challenge() && saysMore(response)) {
            words.add(response.phrase());
        }
        boolean warning = response.warnings().stream().anyMatch(given -> given.code() != FEEDBACK);
        if (warning) {
            response.headers("Warning").stream().map(ExplainedRefusal::line).forEach(words::add);
        }
        boolean text = response.reasons().stream().anyMatch(ExplainedRefusal::saysMore);
        if (text) {
            response.headers("Reason").stream().map(ExplainedRefusal::line).forEach(words::add);
        }
        return words;
    }

    /** Whether the phrase has a word that neither the registered one nor others for the same thing have. */
    private static boolean saysMore(SipMessage response) {
        Set<String> registered = KnownCodes.all()
                .find(response.status())
                .map(ResponseCode::phrase)
                .map(ExplainedRefusal::wordsOf)
                .orElse(Set.of());
        Set<String> own = wordsOf(response.phrase());
        // A single word explains little, and a pseudonym may stand for it.
        return !registered.isEmpty()
                && own.size() > 1
                && own.stream()
                        .anyMatch(word -> word.length() > 2
                                && !registered.contains(word)
                                && !COMMON.contains(word)
                                && !word.chars().allMatch(Character::isDigit));
    }

    private static Set<String> wordsOf(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** The name of a Q.850 cause only repeats its number, for which there is {@link NetworkCause}. */
    private static boolean saysMore(Reason reason) {
        return WORD.matcher(reason.text().toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .anyMatch(word -> !reason.protocol().equalsIgnoreCase("Q.850")
                        || reason.cause().isEmpty()
                        || !NAMES.contains(word));
    }

    private static String line(Header header) {
        return header.name() + ": " + header.value();
    }
}
