package org.ringback.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringback.capture.wire.Captured;

/**
 * What the user calls one call: all legs of it, or a call that stands alone.
 *
 * @param legs in order of their start, at least one
 * @param links by which each leg but the first stands with an earlier one
 */
public record JointCall(List<Call> legs, Map<Call, LegLink> links) {

    private static final Comparator<Message> AS_CAPTURED = Comparator.comparingInt(
                    (Message message) -> message.captured().file())
            .thenComparingLong(message -> message.captured().frame());

    public JointCall {
        legs = List.copyOf(legs);
        links = Map.copyOf(links);
    }

    /** A call without other legs. */
    public static JointCall of(Call call) {
        return new JointCall(List.of(call), Map.of());
    }

    /** The leg with which it began: what the caller saw of it. */
    public Call first() {
        return legs.getFirst();
    }

    /** Whether it has more than one leg. */
    public boolean joint() {
        return legs.size() > 1;
    }

    /** Why a leg stands with an earlier one; empty for the first. */
    public Optional<LegLink> link(Call leg) {
        return Optional.ofNullable(links.get(leg));
    }

    /** The messages of all legs in order of time; of several legs without times, as they were captured. */
    public List<Message> messages() {
        if (!joint()) {
            return first().messages();
        }
        List<Message> all = new ArrayList<>();
        legs.forEach(leg -> all.addAll(leg.messages()));
        boolean timed = all.stream().noneMatch(message -> message.time() == Captured.NO_TIME);
        all.sort(timed ? Message.BY_TIME : AS_CAPTURED);
        return List.copyOf(all);
    }
}
