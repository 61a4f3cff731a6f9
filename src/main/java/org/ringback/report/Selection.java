package org.ringback.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.JointCall;
import org.ringback.call.LegTree;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.pseudonym.Likeness;
import org.ringback.pseudonym.Preview;
import org.ringback.pseudonym.Pseudonymized;
import org.ringback.pseudonym.Pseudonymizer;
import org.ringback.reading.Examined;

/**
 * Calls that somebody wants to give away, with what is known around them. Usable as long as their capture is open; with
 * pseudonyms, by itself.
 *
 * @param calls in order of their start
 * @param legs which of them are legs of one
 * @param examined everything that was read with them
 * @param preview what pseudonyms were given for and what stays; empty if there are none
 * @param remarks what the user has noted; nothing where there are pseudonyms, since anything may stand in a note
 */
public record Selection(List<Call> calls, LegTree legs, Examined examined, Optional<Preview> preview, Remarks remarks) {

    public Selection {
        calls = List.copyOf(calls);
    }

    /** Calls as they are, of which nothing was noted. */
    public static Selection of(List<Call> calls, LegTree legs, Examined examined) {
        return of(calls, legs, examined, Remarks.NONE);
    }

    /** Calls as they are. */
    public static Selection of(List<Call> calls, LegTree legs, Examined examined, Remarks remarks) {
        return new Selection(calls, legs, examined, Optional.empty(), remarks);
    }

    /** The calls, each with those of its legs that were selected too. */
    public List<JointCall> joined() {
        return legs.joined(calls);
    }

    /**
     * The same calls with pseudonyms, of which nobody can say whose they are but by the original. Each time they are others:
     * show the preview of the selection that is given away.
     *
     * @param random a {@link java.security.SecureRandom}
     * @param canceled asked now and then whether this goes on for nothing
     * @throws java.util.concurrent.CancellationException if it is canceled
     */
    public Selection pseudonymized(Likeness likeness, RandomGenerator random, BooleanSupplier canceled) {
        Set<Call> around = withAllAround();
        List<Message> messages =
                around.stream().flatMap(call -> call.messages().stream()).toList();
        Pseudonymized result =
                Pseudonymizer.of(messages.stream().map(Message::captured).toList(), likeness, random, canceled);

        Examined now = examined.instead(result.messages(), result.clock(), result.endpoints());
        IdentityHashMap<Captured, Call> callOf = new IdentityHashMap<>();
        now.calls().forEach(call -> call.messages().forEach(message -> callOf.put(message.captured(), call)));
        IdentityHashMap<Message, Captured> renamed = new IdentityHashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            renamed.put(messages.get(i), result.messages().get(i));
        }
        Map<Call, Call> became = new HashMap<>();
        around.forEach(
                call -> became.put(call, callOf.get(renamed.get(call.messages().getFirst()))));
        return new Selection(
                calls.stream().map(became::get).distinct().toList(),
                legs.of(became, now.links()),
                now.separated(separated(became)),
                Optional.of(result.preview().with(streams())),
                Remarks.NONE);
    }

    private boolean streams() {
        return calls.stream().anyMatch(call -> !examined.media(call).streams().isEmpty());
    }

    private Set<Call> separated(Map<Call, Call> became) {
        return examined.apart().stream()
                .map(became::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** With the calls that findings look at: other legs, registrations of both sides, and what got through beside. */
    private Set<Call> withAllAround() {
        Circumstances circumstances = examined.circumstances();
        Set<Call> all = new LinkedHashSet<>(calls);
        for (Call call : calls) {
            circumstances.legsOf(call).forEach(link -> all.add(link.otherThan(call)));
            if (call.kind() == CallKind.CALL || call.kind() == CallKind.REGISTRATION) {
                all.addAll(circumstances.registrationsOf(call.from()));
                all.addAll(circumstances.registrationsOf(call.to()));
            }
            if (call.kind() == CallKind.CALL && call.outcome().failed()) {
                all.addAll(circumstances.others().passed(call));
            }
        }
        return all;
    }

    /** The messages of the calls in order of time; without times, call by call. */
    public List<Captured> messages() {
        List<Captured> messages = new ArrayList<>();
        calls.forEach(call -> call.messages().forEach(message -> messages.add(message.captured())));
        if (messages.stream().noneMatch(message -> message.time() == Captured.NO_TIME)) {
            messages.sort((one, other) -> Long.compare(one.time(), other.time()));
        }
        return messages;
    }
}
