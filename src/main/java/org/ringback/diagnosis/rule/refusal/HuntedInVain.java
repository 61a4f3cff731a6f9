package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.CallNumber;
import org.ringback.call.LegLink;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A PBX rings several phones for one call, at once or in turn, and none of them takes it: why is a matter of each phone. */
final class HuntedInVain implements Rule {

    private static final Kind IN_VAIN = Kind.of(
                    "hunted-in-vain", Weight.FAILURE, 3261, "8.1.3.4", "hunter", "called", "tried")
            .unless("declined-for-all");

    private static final Kind ALIKE =
            Kind.of("every-way-refused", Weight.FAILURE, 3261, "16.7", "hunter", "called", "tried", "code");

    /** What a carrier or gateway says that takes no call; a phone says other things, and 404 says enough by itself. */
    private static final Set<String> OF_WAYS = Set.of("403", "488", "500", "502", "503", "504");

    private static final int SEVERAL = 2;

    private static final int CANCELED = 487;

    /** The ACK to a refusal, and what a slow phone still says. Microseconds. */
    private static final long LEG_ENDS = 1_000_000;

    /** Two or three rings. */
    private static final Duration LONG = Duration.ofSeconds(10);

    @Override
    public List<Kind> kinds() {
        return List.of(IN_VAIN, ALIKE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        List<Attempt> setup = examined.setup();
        if (examined.call().kind() != CallKind.CALL || setup.isEmpty()) {
            return;
        }
        setup.getLast()
                .finalResponse()
                .filter(told -> told.head().status() >= 400 && !told.challenge())
                .flatMap(told -> look(told, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> look(Message told, Case examined) {
        String host = told.captured().source().host();
        Call own = examined.call();
        Stream<Call> linked = examined.circumstances().legsOf(own).stream().map((LegLink link) -> link.otherThan(own));
        List<Call> below = Stream.concat(linked, inTurn(host, told, examined).stream())
                .distinct()
                .filter(leg -> leg.opening().captured().source().host().equals(host)
                        && leg.start() != Captured.NO_TIME
                        && leg.start() >= own.start())
                .filter(leg -> !forwarded(leg))
                .sorted(Comparator.comparingLong(Call::start))
                .toList();
        List<Tried> legs = below.stream().flatMap(leg -> Tried.of(leg).stream()).toList();
        List<Tried> tried = legs.isEmpty() ? branches(host, examined) : legs;
        long phones = tried.stream().map(Tried::phone).distinct().count();
        boolean alike = phones >= SEVERAL
                && tried.stream().allMatch(one -> OF_WAYS.contains(one.why()))
                && tried.stream().map(Tried::why).distinct().count() == 1
                // A way that said nothing at all was not refused.
                && legs.size() == below.size()
                && inTurn(tried)
                && oneNumber(below);
        if (alike) {
            return Optional.of(alike(tried, told, examined));
        }
        boolean several =
                phones >= SEVERAL && tried.stream().map(Tried::why).distinct().count() >= SEVERAL;
        // Else, after a CANCEL, it is the caller who did not wait.
        if (told.head().status() == CANCELED
                && tried.stream().filter(Tried::rangLong).count() < SEVERAL) {
            return Optional.empty();
        }
        if (!several
                || tried.stream()
                        .anyMatch(one -> one.end().success() || one.end().head().status() < 400)) {
            return Optional.empty();
        }
        List<Message> proof = new ArrayList<>();
        tried.forEach(one -> proof.add(one.end()));
        proof.add(told);
        return Optional.of(Finding.about(IN_VAIN, Certainty.LIKELY)
                .proof(proof)
                .with("hunter", Value.of(told.captured().source()))
                .with("called", own.to().name())
                .with("tried", Value.of(tried.stream().map(Tried::words).toList()))
                .found());
    }

    /** Whether each was tried when the one before had refused; phones of a group ring together. */
    private static boolean inTurn(List<Tried> tried) {
        for (int i = 1; i < tried.size(); i++) {
            if (tried.get(i).begun() < tried.get(i - 1).end().time()) {
                return false;
            }
        }
        return true;
    }

    /** Whether all legs call the same number, however it is written: else they may be for other calls. */
    private static boolean oneNumber(List<Call> legs) {
        return legs.stream()
                .map(leg -> CallNumber.plain(leg.to().user()))
                .allMatch(number -> CallNumber.same(
                        number, CallNumber.plain(legs.getFirst().to().user())));
    }

    /** Each of several ways ends alike: it is the call, or what all of them have in common. */
    private static Finding alike(List<Tried> tried, Message told, Case examined) {
        List<Message> proof = new ArrayList<>();
        tried.forEach(one -> proof.add(one.end()));
        proof.add(told);
        return Finding.about(ALIKE, Certainty.LIKELY)
                .proof(proof)
                .with("hunter", Value.of(told.captured().source()))
                .with("called", examined.call().to().name())
                .with("tried", Value.of(tried.stream().map(Tried::words).toList()))
                .with("code", examined.code(told))
                .found();
    }

    /** Legs that name the same caller, begun while this one waited; nothing where the same number calls twice at a time. */
    private static List<Call> inTurn(String host, Message told, Case examined) {
        Call own = examined.call();
        String caller = own.from().user();
        if (caller.isEmpty() || caller.equalsIgnoreCase("anonymous") || own.start() == Captured.NO_TIME) {
            return List.of();
        }
        var others = examined.circumstances().others();
        boolean twice = others.ofCaller(caller, own.start()).stream()
                .anyMatch(call -> call != own
                        && call.opening().captured().destination().host().equals(host)
                        && call.start() <= told.time()
                        && call.end() >= own.start());
        return twice
                ? List.of()
                : others.openedBy(host, own.start()).stream()
                        .filter(leg -> leg != own
                                && leg.start() <= told.time()
                                && leg.end() <= told.time() + LEG_ENDS
                                && leg.from().user().equals(caller))
                        .toList();
    }

    /** What a forking proxy was told on each of its branches. */
    private static List<Tried> branches(String proxy, Case examined) {
        return examined.setup().getLast().hops().stream()
                .filter(hop -> hop.client().host().equals(proxy))
                .flatMap(hop -> hop.finalResponse().stream()
                        .map(end -> new Tried(
                                hop.server().text(),
                                hop.first().time(),
                                end,
                                Integer.toString(end.head().status()),
                                false)))
                .toList();
    }

    /** Voicemail, or another number: that is no phone of the group. */
    private static boolean forwarded(Call leg) {
        return leg.opening().header("Diversion", "").isPresent()
                || leg.opening().header("History-Info", "").isPresent();
    }

    /**
     * One phone, and how it ended there.
     *
     * @param begun in microseconds since 1970
     * @param why what tells it from another one: the code, or that it rang until it was canceled
     * @param rangLong whether it rang for so long that whoever was there would have taken the call
     */
    private record Tried(String phone, long begun, Message end, String why, boolean rangLong) {

        static Optional<Tried> of(Call leg) {
            List<Attempt> setup = leg.setup();
            return setup.isEmpty()
                    ? Optional.empty()
                    : setup.getLast()
                            .finalResponse()
                            .map(end -> new Tried(
                                    leg.to().name(),
                                    leg.start(),
                                    end,
                                    why(setup.getLast(), end),
                                    rangLong(setup.getLast(), end)));
        }

        private static boolean rangLong(Attempt attempt, Message end) {
            return attempt.ringing()
                    .flatMap(ringing -> Elapsed.between(ringing, end))
                    .filter(rang -> rang.compareTo(LONG) >= 0)
                    .isPresent();
        }

        private static String why(Attempt attempt, Message end) {
            int status = end.head().status();
            boolean rang = status == CANCELED && attempt.ringing().isPresent();
            return rang ? "180, CANCEL" : Integer.toString(status);
        }

        String words() {
            return phone + ": " + why;
        }
    }
}
