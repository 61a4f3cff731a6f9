package org.ringback.diagnosis.rule.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Header;
import org.ringback.sip.HeaderDifference;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Via;

/**
 * One request seen on both sides of a box that is no proxy, for it adds no Via, and that writes other addresses into it: a SIP
 * ALG. A proxy may not touch the body either (RFC 3261, 16.6), and a NAT changes
 * nothing but the addresses of the packet.
 */
final class AlteredOnTheWay implements Rule {

    private static final Kind ALTERED =
            Kind.of("altered-on-the-way", Weight.TROUBLE, 3261, "16.6", "inside", "outside", "method", "changes");
    private static final Kind WRONG_LENGTH = Kind.of(
            "altered-with-wrong-length",
            Weight.FAILURE,
            3261,
            "18.3",
            "inside",
            "outside",
            "method",
            "changes",
            "length");

    /** With the port behind it: an IPv4 address, or an IPv6 address in brackets or after its type. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?|\\[[0-9A-Fa-f:.]+](?::\\d+)?|(?<=IP6 )\\S+");

    /** What a receiver adds to the Via that it got (RFC 3261, 18.2.1, and RFC 3581). */
    private static final Pattern NOTED =
            Pattern.compile(";\\s*(?:received|rport)\\s*=[^;,]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern MEDIA = Pattern.compile("^m=\\S+ +(\\d+).*$");

    /** Lines of a description that hold an address. */
    private static final Set<String> WITH_ADDRESS = Set.of("o=", "c=");

    /** In these a balancer writes to which hop the request goes next. */
    private static final Set<String> ON_THE_WAY = Set.of("Route", "Record-Route");

    /** No request takes more, unless somebody has written a file for just this. */
    private static final int MOST_HOPS = 20;

    @Override
    public List<Kind> kinds() {
        return List.of(ALTERED, WRONG_LENGTH);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.PASSED_ON);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.attempts().stream()
                .filter(attempt -> attempt.hops().size() > 1)
                .flatMap(attempt -> look(attempt, examined).stream())
                .findFirst()
                .ifPresent(findings);
    }

    private static Optional<Finding> look(Attempt attempt, Case examined) {
        List<Transaction> hops = attempt.hops();
        for (int i = 0; i < Math.min(hops.size(), MOST_HOPS); i++) {
            for (int j = i + 1; j < Math.min(hops.size(), i + 4); j++) {
                Optional<Message> one = hops.get(i).request();
                Optional<Message> other = hops.get(j).request();
                boolean beside =
                        !hops.get(i).client().host().equals(hops.get(j).client().host());
                if (beside && one.isPresent() && other.isPresent() && sameHop(one.get(), other.get(), examined)) {
                    Optional<Finding> found = compare(one.get(), other.get(), examined);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Each proxy adds a Via of its own with a new branch (RFC 3261, 16.6). */
    private static boolean sameHop(Message one, Message other, Case examined) {
        if (one.captured().bytes().mismatch(other.captured().bytes()) == -1) {
            return false;
        }
        List<Via> first = examined.read(one).vias();
        List<Via> second = examined.read(other).vias();
        return !first.isEmpty()
                && first.size() == second.size()
                && first.getFirst().branch().isPresent()
                && first.getFirst().branch().equals(second.getFirst().branch())
                && !one.captured().source().host().isEmpty();
    }

    private static Optional<Finding> compare(Message inside, Message outside, Case examined) {
        SipMessage left = examined.read(inside);
        SipMessage right = examined.read(outside);
        Set<String> changes = new TreeSet<>();
        for (HeaderDifference row : HeaderDifference.between(left, right)) {
            if (row.left().isPresent() && row.right().isPresent() && readdressed(row)) {
                changes.add(name(row));
            }
        }
        if (ON_THE_WAY.containsAll(changes) || !Whole.is(inside, examined)) {
            return Optional.empty();
        }
        boolean cut = changes.stream().anyMatch(change -> change.endsWith("="))
                && length(left).isPresent()
                && length(left).equals(length(right))
                && breaksOff(inside, outside);
        return Optional.of(finding(cut, inside, outside, List.copyOf(changes), right, examined));
    }

    private static Optional<String> length(SipMessage message) {
        return message.header("Content-Length").map(Header::value);
    }

    /** Whether another address stands there; what a balancer counts down or notes down is none that it gave. */
    private static boolean readdressed(HeaderDifference row) {
        String left = row.left().orElseThrow();
        String right = row.right().orElseThrow();
        return switch (row.of()) {
            case HEADER -> !addresses(left).equals(addresses(right));
            case BODY_LINE ->
                line(left).equals(line(right))
                        && (line(left).equals("m=")
                                ? !port(left).equals(port(right))
                                : WITH_ADDRESS.contains(line(left))
                                        && !addresses(left).equals(addresses(right)));
            case START_LINE -> false;
        };
    }

    private static List<String> addresses(String value) {
        return ADDRESS.matcher(NOTED.matcher(value).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String line(String text) {
        return text.substring(0, Math.min(2, text.length()));
    }

    private static String port(String mediaLine) {
        return MEDIA.matcher(mediaLine).replaceFirst("$1");
    }

    /** A header by its name, a line of the description by its letter. */
    private static String name(HeaderDifference row) {
        return row.of() == HeaderDifference.Of.HEADER
                ? row.name()
                : line(row.left().orElseThrow());
    }

    /** The body got longer, and what went beyond the old length is gone: it ends within the last line of the original. */
    private static boolean breaksOff(Message left, Message right) {
        String whole = left.lookup().body();
        String rest = right.lookup().body();
        String lastLine = whole.substring(whole.stripTrailing().lastIndexOf('\n') + 1);
        String end = rest.substring(rest.stripTrailing().lastIndexOf('\n') + 1);
        return whole.endsWith("\n") && !end.equals(lastLine) && lastLine.startsWith(end.stripTrailing());
    }

    private static Finding finding(
            boolean cut, Message inside, Message outside, List<String> changes, SipMessage right, Case examined) {
        List<Message> proof = new ArrayList<>();
        examined.refusal().map(Refusal::response).filter(_ -> cut).ifPresent(proof::add);
        proof.add(outside);
        proof.add(inside);
        Finding.Builder found = Finding.about(cut ? WRONG_LENGTH : ALTERED, Certainty.LIKELY)
                .proof(proof)
                .with("inside", Value.of(inside.captured().source()))
                .with("outside", Value.of(outside.captured().source()))
                .with("method", inside.head().method())
                .with("changes", Value.of(changes));
        if (cut) {
            found.with("length", right.header("Content-Length").orElseThrow().value());
        }
        return found.found();
    }
}
