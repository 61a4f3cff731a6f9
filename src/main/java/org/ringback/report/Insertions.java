package org.ringback.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ringback.capture.wire.Captured;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallNetwork;
import org.ringback.flow.CallStream;
import org.ringback.flow.Happening;
import org.ringback.language.Texts;
import org.ringback.media.MediaStream;
import org.ringback.network.NetworkEvent;
import org.ringback.words.MediaWords;
import org.ringback.words.NetworkWords;

/** What flowed and happened beside the messages of a call with its legs, as it is said in one language. */
final class Insertions {

    /** More streams would hide the messages. */
    private static final int MOST_STREAMS = 12;

    /** And more of what the network did. */
    private static final int MOST_EVENTS = 40;

    private final MediaWords media;
    private final NetworkWords network;

    Insertions(Texts texts) {
        media = new MediaWords(texts);
        network = new NetworkWords(texts);
    }

    /** Each once, though several legs may have it, in order of time. */
    List<Insertion> of(List<CallMedia> flowed, List<CallNetwork> happened) {
        return Stream.concat(streams(flowed), events(happened).stream())
                .sorted(Comparator.comparingLong(Insertion::time))
                .toList();
    }

    /** Those with the most packets. */
    private Stream<Insertion> streams(List<CallMedia> flowed) {
        Set<MediaStream> known = Collections.newSetFromMap(new IdentityHashMap<>());
        return flowed.stream()
                .flatMap(leg -> leg.streams().stream())
                .filter(each -> each.stream().first().time() != Captured.NO_TIME && known.add(each.stream()))
                .sorted(Comparator.comparingLong(
                                (CallStream each) -> each.stream().packets())
                        .reversed())
                .limit(MOST_STREAMS)
                .sorted(Comparator.comparingLong(each -> each.stream().first().frame()))
                .map(each -> new Insertion(
                        each.stream().first().time(),
                        each.stream().source(),
                        each.stream().destination(),
                        Insertion.Shaft.STREAM,
                        "",
                        media.brief(each)));
    }

    private List<Insertion> events(List<CallNetwork> happened) {
        Set<NetworkEvent> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Happening> all = happened.stream()
                .flatMap(leg -> leg.happenings().stream())
                .filter(each -> known.add(each.event()))
                .sorted(Comparator.comparingLong(each -> each.event().seen().time()))
                .toList();
        long omitted = happened.stream().mapToLong(CallNetwork::omitted).sum() + Math.max(0, all.size() - MOST_EVENTS);
        List<Insertion> insertions = new ArrayList<>();
        for (Happening each : all.subList(0, Math.min(MOST_EVENTS, all.size()))) {
            boolean last = insertions.size() == Math.min(MOST_EVENTS, all.size()) - 1;
            insertions.add(event(each, last ? omitted : 0));
        }
        return insertions;
    }

    private Insertion event(Happening happening, long omitted) {
        NetworkEvent event = happening.event();
        List<String> said = new ArrayList<>(List.of(network.say(event)));
        said.addAll(network.more(event, happening.again(), omitted));
        return new Insertion(
                event.seen().time(),
                event.seen().source(),
                event.seen().destination(),
                Insertion.Shaft.NETWORK,
                event.label(),
                String.join(" \u00b7 ", said));
    }
}
