package org.ringback.session;

import java.util.List;
import java.util.Optional;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.incident.CommonCauses;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;

/** What comes from the thread that reads a capture, in this order. */
sealed interface CaptureEvent {

    /** What is read, with the files of an archive in its place. */
    record Opened(CaptureSource source) implements CaptureEvent {}

    /** How far it is, 0 to 1. */
    record Progress(double share, long messages) implements CaptureEvent {}

    /** The calls so far, in order of their start. */
    record Rows(List<CallRow> rows) implements CaptureEvent {}

    /** Everything was read, or what there was until someone stopped it. */
    record Read(List<CallRow> rows, long messages, List<Unusable> unusable, boolean stopped) implements CaptureEvent {}

    /** Legs were found, and findings can be. */
    record Linked(LegRows legs, Examined examined) implements CaptureEvent {}

    /** What was found out about some calls since the last time. */
    record Marked(List<CallRow> rows, List<FindingMark> marks) implements CaptureEvent {}

    /** What struck several calls, once every call was looked at; the heaviest first. */
    record InCommon(CommonCauses causes) implements CaptureEvent {}

    /** Nothing more comes; a reason only if it could not go on. */
    record Ended(Optional<Unusable> fault) implements CaptureEvent {}
}
