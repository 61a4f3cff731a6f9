package org.ringback.diagnosis.rule.offer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Networks;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Sdp;

/** Answered descriptions whose lines do not fit each other, or lead nowhere (RFC 3264, 6). */
final class MediaLines implements Rule {

    private static final Kind NUMBER =
            Kind.of("media-lines-differ", Weight.TROUBLE, 3264, "6", "answerer", "offered", "answered");
    private static final Kind LOOPBACK =
            Kind.of("loopback-media-address", Weight.TROUBLE, 3264, "5.1", "sender", "receiver", "address");
    private static final Kind TOO_LONG = Kind.of(
                    "packets-longer-than-allowed", Weight.TROUBLE, 8866, "6.5", "sender", "packet", "receiver", "most")
            .unless("packet-time-too-long");
    private static final Kind NO_MUSIC =
            Kind.of("hold-answered-inactive", Weight.TROUBLE, 3264, "8.4", "holder", "answerer");
    private static final Kind FAX_ADDRESS =
            Kind.of("fax-private-address", Weight.TROUBLE, 7362, null, "sender", "receiver", "address");
    private static final Kind FAX_ENDED = Kind.of("fax-ended-early", Weight.TROUBLE, 3264, "8", "ender", "span");

    /** Not even the first page of a fax is through in this time. */
    private static final Duration SHORT_FAX = Duration.ofSeconds(15);

    /** Of a packet, in milliseconds. */
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}");

    private static final Duration HOLD = Duration.ofSeconds(3);

    @Override
    public List<Kind> kinds() {
        return List.of(NUMBER, LOOPBACK, TOO_LONG, NO_MUSIC, FAX_ADDRESS, FAX_ENDED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Exchange exchange : examined.exchanges()) {
            if (exchange.talked()) {
                List<Exchange.Round> agreed = exchange.agreed();
                for (Look look : looks(agreed, exchange, examined)) {
                    first(agreed, look, examined).ifPresent(findings);
                }
            }
        }
    }

    private interface Look {
        Optional<Finding> at(Exchange.Round round);
    }

    private static List<Look> looks(List<Exchange.Round> agreed, Exchange exchange, Case examined) {
        return List.of(
                MediaLines::number,
                MediaLines::loopback,
                MediaLines::tooLong,
                round -> noMusic(agreed, agreed.indexOf(round), exchange, examined),
                round -> faxAddress(round, examined),
                round -> faxEnded(round, exchange));
    }

    /** What is wrong in one round is mostly wrong in all. Only where something is are the messages read in full. */
    private static Optional<Finding> first(List<Exchange.Round> rounds, Look look, Case examined) {
        for (Exchange.Round round : rounds) {
            Optional<Finding> found = look.at(round);
            if (found.isPresent() && Whole.is(round, examined)) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> number(Exchange.Round round) {
        int offered = round.offer().media().size();
        int answered = round.answer().orElseThrow().media().size();
        Message answer = round.answered().orElseThrow();
        return offered == answered
                ? Optional.empty()
                : Optional.of(Finding.about(NUMBER, Certainty.CERTAIN)
                        .proof(answer, round.offered())
                        .with("answerer", Value.of(answer.captured().source()))
                        .with("offered", Value.of(kinds(round.offer())))
                        .with("answered", Value.of(kinds(round.answer().orElseThrow())))
                        .found());
    }

    private static List<String> kinds(Sdp sdp) {
        return sdp.media().isEmpty()
                ? List.of("-")
                : sdp.media().stream().map(media -> "m=" + media.kind()).toList();
    }

    private static Optional<Finding> loopback(Exchange.Round round) {
        return loopback(round.offered(), round.offer())
                .or(() ->
                        loopback(round.answered().orElseThrow(), round.answer().orElseThrow()));
    }

    private static Optional<Finding> loopback(Message message, Sdp sdp) {
        for (Sdp.Media media : sdp.media()) {
            String address = media.address().map(Sdp.Address::host).orElse("");
            if (loopback(address) && !media.off() && !Audio.ice(sdp, media) && leaves(message)) {
                return Optional.of(towards(LOOPBACK, message, address));
            }
        }
        return Optional.empty();
    }

    private static boolean leaves(Message message) {
        return elsewhere(message.captured().source().host())
                && elsewhere(message.captured().destination().host());
    }

    /** A program that logs its own address as 0.0.0.0 may talk to itself. */
    private static boolean elsewhere(String host) {
        return !host.isEmpty() && !loopback(host) && !host.equals("0.0.0.0") && !host.equals("::");
    }

    private static boolean loopback(String host) {
        return host.startsWith("127.") || host.equals("::1") || host.equalsIgnoreCase("localhost");
    }

    private static Finding towards(Kind kind, Message message, String address) {
        return Finding.about(kind, Certainty.LIKELY)
                .proof(message)
                .with("sender", Value.of(message.captured().source()))
                .with("receiver", Value.of(message.captured().destination()))
                .with("address", address)
                .found();
    }

    /** Each side says what it wants to get, so the longest of the one stands against the usual of the other. */
    private static Optional<Finding> tooLong(Exchange.Round round) {
        Message answer = round.answered().orElseThrow();
        return round.firstOn()
                .flatMap(pair -> tooLong(pair.answer(), answer, pair.offer(), round.offered())
                        .or(() -> tooLong(pair.offer(), round.offered(), pair.answer(), answer)));
    }

    private static Optional<Finding> tooLong(Sdp.Media says, Message sayer, Sdp.Media allows, Message receiver) {
        Optional<Long> packet = millis(says, "ptime");
        Optional<Long> most = millis(allows, "maxptime");
        return packet.filter(length -> most.filter(limit -> length > limit).isPresent())
                .map(length -> Finding.about(TOO_LONG, Certainty.POSSIBLE)
                        .proof(sayer, receiver)
                        .with("sender", Value.of(sayer.captured().source()))
                        .with("packet", Value.of(length))
                        .with("receiver", Value.of(receiver.captured().source()))
                        .with("most", Value.of(most.orElseThrow()))
                        .found());
    }

    private static Optional<Long> millis(Sdp.Media media, String name) {
        for (Sdp.Attribute each : media.attributes()) {
            if (each.name().equalsIgnoreCase(name)
                    && LENGTH.matcher(each.value().strip()).matches()) {
                return Optional.of(Long.parseLong(each.value().strip()));
            }
        }
        return Optional.empty();
    }

    /** Whoever holds sends music, and the answer says that nothing at all shall flow. */
    private static Optional<Finding> noMusic(List<Exchange.Round> agreed, int at, Exchange exchange, Case examined) {
        if (at == 0) {
            return Optional.empty();
        }
        Exchange.Round round = agreed.get(at);
        Message answer = round.answered().orElseThrow();
        boolean silent = round.soundOn().stream()
                .anyMatch(pair -> pair.offer().direction() == Sdp.Direction.SENDONLY
                        && pair.answer().direction() == Sdp.Direction.INACTIVE);
        if (!silent) {
            return Optional.empty();
        }
        Optional<Duration> lasted = at + 1 < agreed.size()
                ? Elapsed.between(answer, agreed.get(at + 1).offered())
                : exchange.dialog().bye().isPresent()
                        ? Elapsed.between(answer, exchange.dialog().bye().get())
                        : examined.watchedAfter(answer);
        return lasted.filter(time -> time.compareTo(HOLD) >= 0).isPresent()
                ? Optional.of(Finding.about(NO_MUSIC, Certainty.LIKELY)
                        .proof(answer, round.offered())
                        .with("holder", Value.of(round.offered().captured().source()))
                        .with("answerer", Value.of(answer.captured().source()))
                        .found())
                : Optional.empty();
    }

    /** Where one side has switched the stream off, no fax data are sent to the other either. */
    private static Optional<Finding> faxAddress(Exchange.Round round, Case examined) {
        if (!anyFax(round.offer()) || !anyFax(round.answer().orElseThrow())) {
            return Optional.empty();
        }
        return faxAddress(round.offered(), round.offer(), examined)
                .or(() -> faxAddress(
                        round.answered().orElseThrow(), round.answer().orElseThrow(), examined));
    }

    private static Optional<Finding> faxAddress(Message message, Sdp sdp, Case examined) {
        for (Sdp.Media media : sdp.media()) {
            if (fax(media)
                    && media.address()
                            .map(Sdp.Address::host)
                            .filter(Networks::inner)
                            .isPresent()
                    && Networks.outer(message.captured().destination().host())
                    && !arrives(media.address().orElseThrow().host(), message, examined)) {
                return Optional.of(towards(
                        FAX_ADDRESS, message, media.address().orElseThrow().host()));
            }
        }
        return Optional.empty();
    }

    /** Whether packets came to the address afterwards: then something on the way knows where it is. */
    private static boolean arrives(String address, Message told, Case examined) {
        return examined.media().flows().stream()
                .anyMatch(flow ->
                        flow.destination().host().equals(address) && flow.last().time() > told.time());
    }

    private static boolean anyFax(Sdp sdp) {
        for (Sdp.Media media : sdp.media()) {
            if (fax(media)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fax(Sdp.Media media) {
        return media.kind().equalsIgnoreCase("image") && !media.off();
    }

    private static Optional<Finding> faxEnded(Exchange.Round round, Exchange exchange) {
        Message answer = round.answered().orElseThrow();
        if (!anyFax(round.offer()) || !anyFax(round.answer().orElseThrow())) {
            return Optional.empty();
        }
        return exchange.dialog()
                .bye()
                .flatMap(bye -> Elapsed.between(answer, bye)
                        .filter(time -> time.compareTo(SHORT_FAX) < 0)
                        .map(time -> Finding.about(FAX_ENDED, Certainty.POSSIBLE)
                                .proof(bye, answer, round.offered())
                                .with("ender", Value.of(bye.captured().source()))
                                .with("span", Value.of(time))
                                .found()));
    }
}
