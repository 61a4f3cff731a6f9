package org.ringback.diagnosis.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.sip.NameAddr;
import org.ringback.sip.Parameters;
import org.ringback.sip.SipUri;

/**
 * A REFER that was accepted, and what became of it (RFC 3515, 2.4).
 *
 * @param request the REFER on the hop nearest to its sender
 * @param accepted the 2xx to it
 * @param target where the other side is to call
 * @param reports what it told about that call, in order
 * @param made the call that it set up for this, if it was captured
 */
public record Transfer(Message request, Message accepted, SipUri target, List<Report> reports, Optional<Call> made) {

    private static final Pattern STATUS = Pattern.compile("^\\s*SIP/2\\.0 +(\\d{3})(?: +([^\\r\\n]*))?");

    private static final Pattern ID = Pattern.compile(";\\s*id\\s*=\\s*(\\d+)");

    /** So soon the new call is set up. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /**
     * A NOTIFY with the beginning of a response to the new call.
     *
     * @param status 100 to 699
     */
    public record Report(Message message, int status, String phrase) {

        public boolean last() {
            return status >= 200;
        }
    }

    public Transfer {
        reports = List.copyOf(reports);
    }

    /** All that were accepted, in order. */
    public static List<Transfer> of(Case examined) {
        List<Attempt> asked = examined.attempts("REFER");
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Optional<Message> request = asked.get(i).request();
            Optional<Message> accepted = asked.get(i).finalResponse().filter(Message::success);
            Optional<Message> next = i + 1 < asked.size() ? asked.get(i + 1).request() : Optional.empty();
            if (request.isPresent() && accepted.isPresent()) {
                transfers.add(of(asked.get(i), request.get(), accepted.get(), next, examined));
            }
        }
        return transfers;
    }

    /**
     * Whether any was accepted by a time, in microseconds since 1970, and had not failed by then: those two have done their part
     * with each other, and wait for what becomes of the new call (2.4.4).
     */
    public static boolean underWay(Case examined, long by) {
        return of(examined).stream()
                .anyMatch(transfer -> transfer.accepted().time() <= by
                        && transfer.outcome()
                                .filter(told ->
                                        told.status() >= 300 && told.message().time() <= by)
                                .isEmpty());
    }

    private static Transfer of(
            Attempt attempt, Message request, Message accepted, Optional<Message> next, Case examined) {
        NameAddr target = request.header("Refer-To", "r").map(NameAddr::of).orElseGet(() -> NameAddr.of(""));
        List<Report> reports = reports(request, accepted, next, examined);
        return new Transfer(request, accepted, target.uri(), reports, made(attempt, request, target.uri(), examined));
    }

    /** With several transfers in a dialog each NOTIFY says by an id which one it means (2.4.6); else it is the last one. */
    private static List<Report> reports(Message request, Message accepted, Optional<Message> next, Case examined) {
        List<Report> reports = new ArrayList<>();
        for (Message notify : examined.requests("NOTIFY")) {
            if (answers(notify, accepted) && means(notify, request, next)) {
                Matcher line = STATUS.matcher(notify.lookup().body());
                if (line.find()) {
                    String phrase = line.group(2) == null ? "" : line.group(2).strip();
                    reports.add(new Report(notify, Integer.parseInt(line.group(1)), phrase));
                }
            }
        }
        return reports;
    }

    private static boolean answers(Message notify, Message accepted) {
        return notify.head().toTag().equals(accepted.head().fromTag())
                && notify.head().fromTag().equals(accepted.head().toTag());
    }

    private static boolean means(Message notify, Message request, Optional<Message> next) {
        if (!EventPackage.isOfTransfer(notify)) {
            return false;
        }
        Matcher id = ID.matcher(notify.header("Event", "o").orElse(""));
        if (id.find()) {
            return id.group(1).equals(Long.toString(request.head().cseq()));
        }
        return !before(notify, request)
                && next.filter(later -> !before(notify, later)).isEmpty();
    }

    private static boolean before(Message one, Message other) {
        return one.time() < other.time();
    }

    /** Whoever accepted calls the target, with the user of the Refer-To or with what it says to replace. */
    private static Optional<Call> made(Attempt attempt, Message request, SipUri target, Case examined) {
        if (request.time() == Captured.NO_TIME) {
            return Optional.empty();
        }
        return attempt.hops().stream()
                .map(Transaction::server)
                .flatMap(server -> examined.circumstances().others().openedBy(server.host(), request.time()).stream())
                .filter(call -> Elapsed.between(request.time(), call.start())
                        .filter(passed -> passed.compareTo(SOON) < 0)
                        .isPresent())
                .filter(call -> !call.callId().equals(request.head().callId()) && goesTo(call, target))
                .findFirst();
    }

    private static boolean goesTo(Call call, SipUri target) {
        if (!target.user().isEmpty() && call.to().user().equals(target.user())) {
            return true;
        }
        Optional<String> wanted = target.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Replaces"))
                .map(Parameters.Parameter::value)
                .findFirst()
                .map(SipUri::unescaped);
        return wanted.isPresent()
                && call.opening()
                        .header("Replaces", "")
                        .filter(value -> callId(value).equals(callId(wanted.get())))
                        .isPresent();
    }

    private static String callId(String replaces) {
        int semicolon = replaces.indexOf(';');
        return (semicolon < 0 ? replaces : replaces.substring(0, semicolon)).strip();
    }

    /** What the other side told in the end about the new call. */
    public Optional<Report> outcome() {
        return reports.stream().filter(Report::last).reduce((_, last) -> last);
    }

    /** The response by which the new call was refused, if it was captured. */
    public Optional<Message> refused() {
        return made.filter(call -> call.answer().isEmpty())
                .flatMap(Call::lastFinalResponse)
                .filter(told -> told.head().status() >= 300);
    }

    /** Whether the new call was answered. */
    public boolean answered() {
        return made.flatMap(Call::answer).isPresent();
    }
}
