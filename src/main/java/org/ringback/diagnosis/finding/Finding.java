package org.ringback.diagnosis.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.capture.wire.Sighting;

/**
 * One thing that was found out about a call.
 *
 * @param evidence the messages that prove it, in the order in which to look at them; never empty but for what is not there
 * @param sightings packets that are no messages and prove it too, in the order in which to look at them
 * @param origin who said the response that it is about, if it is about one
 * @param values for the places of its kind, each of them and no other
 */
public record Finding(
        Kind kind,
        Certainty certainty,
        List<Message> evidence,
        List<Sighting> sightings,
        Optional<Origin> origin,
        Map<String, Value> values) {

    public Finding {
        evidence = List.copyOf(evidence);
        sightings = List.copyOf(sightings);
        values = Map.copyOf(values);
        if (!values.keySet().equals(kind.places())) {
            throw new IllegalArgumentException(
                    kind.id() + " has the places " + kind.places() + ", but got " + values.keySet());
        }
    }

    /** A finding without values and without an origin. */
    public static Finding of(Kind kind, Certainty certainty, Message... evidence) {
        return new Finding(kind, certainty, Arrays.asList(evidence), List.of(), Optional.empty(), Map.of());
    }

    /** Begins a finding; that every place of its kind has its value is checked when it is complete. */
    public static Builder about(Kind kind, Certainty certainty) {
        return new Builder(kind, certainty);
    }

    /** Gathers what belongs to a finding. */
    public static final class Builder {
        private final Kind kind;
        private final Certainty certainty;
        private final Map<String, Value> values = new HashMap<>();
        private List<Message> evidence = List.of();
        private List<Sighting> sightings = List.of();
        private Origin origin;

        private Builder(Kind kind, Certainty certainty) {
            this.kind = kind;
            this.certainty = certainty;
        }

        public Builder proof(Message... messages) {
            return proof(Arrays.asList(messages));
        }

        public Builder proof(List<Message> messages) {
            evidence = messages;
            return this;
        }

        /** Packets that prove it and are no messages. */
        public Builder seen(List<Sighting> packets) {
            sightings = packets;
            return this;
        }

        public Builder saidBy(Origin who) {
            origin = who;
            return this;
        }

        public Builder with(String place, Value value) {
            values.put(place, value);
            return this;
        }

        public Builder with(String place, String text) {
            return with(place, Value.of(text));
        }

        public Finding found() {
            return new Finding(
                    kind,
                    certainty,
                    origin == null ? evidence : withOwnWords(origin),
                    sightings,
                    Optional.ofNullable(origin),
                    values);
        }

        /** What was said first proves more than its copies; of what is no copy both are shown. */
        private List<Message> withOwnWords(Origin who) {
            List<Message> all = new ArrayList<>(evidence);
            boolean copied = !who.changed() && !who.elsewhere();
            int told = all.indexOf(who.told());
            int answer = all.indexOf(who.answer());
            if (told >= 0 && answer < 0) {
                all.add(told, who.answer());
                if (copied) {
                    all.remove(told + 1);
                }
            } else if (told < 0 && answer >= 0 && !copied) {
                all.add(answer + 1, who.told());
            }
            return all;
        }
    }
}
