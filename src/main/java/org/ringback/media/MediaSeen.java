package org.ringback.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.ringback.capture.wire.Endpoint;

/**
 * All media of what was read.
 *
 * @param streams of RTP, in order of their first packet
 * @param doubtful what may be a stream, but for so few packets only that somebody must have announced it to believe it
 * @param flows of other datagrams, in order of their first packet
 * @param unseen streams of which only RTCP tells
 * @param setup what went before media: looking for a way, and agreeing on keys
 * @param passedOver what was not measured: hostile files have more than is remembered
 */
public record MediaSeen(
        List<MediaStream> streams,
        List<MediaStream> doubtful,
        List<MediaFlow> flows,
        List<UnseenStream> unseen,
        MediaSetup setup,
        List<PassedOver> passedOver) {

    public static final MediaSeen NOTHING =
            new MediaSeen(List.of(), List.of(), List.of(), List.of(), MediaSetup.NOTHING, List.of());

    private static final Comparator<Moment> BY_TIME =
            Comparator.comparingLong(Moment::time).thenComparingLong(Moment::frame);

    public MediaSeen {
        streams = List.copyOf(streams);
        doubtful = List.copyOf(doubtful);
        flows = List.copyOf(flows);
        unseen = List.copyOf(unseen);
        passedOver = List.copyOf(passedOver);
    }

    /** The media of several files together. */
    public static MediaSeen of(List<MediaSeen> files) {
        if (files.size() == 1) {
            return files.getFirst();
        }
        List<MediaStream> streams = new ArrayList<>();
        List<MediaStream> doubtful = new ArrayList<>();
        List<MediaFlow> flows = new ArrayList<>();
        List<UnseenStream> unseen = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        for (MediaSeen file : files) {
            streams.addAll(file.streams);
            doubtful.addAll(file.doubtful);
            flows.addAll(file.flows);
            unseen.addAll(file.unseen);
            passedOver.addAll(file.passedOver);
        }
        return sorted(
                streams,
                doubtful,
                flows,
                unseen,
                MediaSetup.of(files.stream().map(MediaSeen::setup).toList()),
                passedOver);
    }

    static MediaSeen sorted(
            List<MediaStream> streams,
            List<MediaStream> doubtful,
            List<MediaFlow> flows,
            List<UnseenStream> unseen,
            MediaSetup setup,
            List<PassedOver> passedOver) {
        streams.sort(Comparator.comparing(MediaStream::first, BY_TIME));
        doubtful.sort(Comparator.comparing(MediaStream::first, BY_TIME));
        flows.sort(Comparator.comparing(MediaFlow::first, BY_TIME));
        return new MediaSeen(streams, doubtful, flows, unseen, setup, passedOver);
    }

    /**
     * The same with other addresses and times, as far as that is needed to say what happened: not how it went over time, and not
     * which keys were pressed.
     */
    public MediaSeen elsewhere(UnaryOperator<Endpoint> endpoints, LongUnaryOperator clock) {
        return new MediaSeen(
                streams.stream()
                        .map(stream -> stream.elsewhere(endpoints, clock))
                        .toList(),
                doubtful.stream()
                        .map(stream -> stream.elsewhere(endpoints, clock))
                        .toList(),
                flows.stream()
                        .map(flow -> new MediaFlow(
                                flow.file(),
                                endpoints.apply(flow.source()),
                                endpoints.apply(flow.destination()),
                                flow.kind(),
                                flow.packets(),
                                flow.first().by(clock),
                                flow.last().by(clock)))
                        .toList(),
                unseen.stream().map(each -> each.elsewhere(endpoints, clock)).toList(),
                setup.elsewhere(endpoints, clock),
                passedOver.stream().map(each -> each.by(clock)).toList());
    }

    /** Whether all were measured. */
    public boolean complete() {
        return passedOver.isEmpty();
    }

    /** Whether nothing was seen. */
    public boolean empty() {
        return streams.isEmpty() && doubtful.isEmpty() && flows.isEmpty();
    }
}
