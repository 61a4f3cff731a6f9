package org.ringback.session;

import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ringback.call.Call;
import org.ringback.call.Identity;
import org.ringback.call.Message;
import org.ringback.words.EndingText;

/**
 * A call in the list. What has to be read from its bytes is read when it is first asked for, by any thread; only the mark
 * changes, on the screen's thread.
 */
public final class CallRow {

    private static final System.Logger LOG = System.getLogger(CallRow.class.getName());

    private final Call call;
    private final EndingText ending;
    private volatile Parties parties;
    private volatile String searched;
    private volatile Set<String> programs;
    private volatile FindingMark mark = FindingMark.PENDING;
    private ReadOnlyObjectWrapper<FindingMark> shownMark;

    private record Parties(Identity from, Identity to) {}

    CallRow(Call call) {
        this.call = call;
        this.ending = EndingText.of(call);
    }

    public Call call() {
        return call;
    }

    public EndingText ending() {
        return ending;
    }

    /** The final code, or 0. */
    public int code() {
        return call.outcome().code();
    }

    /** How many messages it has, retransmissions left out. */
    public int messages() {
        return call.messages().size() - call.retransmissions();
    }

    public Identity from() {
        return parties().from();
    }

    public Identity to() {
        return parties().to();
    }

    private Parties parties() {
        Parties known = parties;
        if (known == null) {
            known = readParties();
            parties = known;
        }
        return known;
    }

    private Parties readParties() {
        try {
            return new Parties(call.from(), call.to());
        } catch (InternalError e) {
            // The file was made shorter while it is shown, or its disk is gone.
            LOG.log(Level.DEBUG, "A message can no longer be read", e);
            return new Parties(Identity.UNKNOWN, Identity.UNKNOWN);
        }
    }

    /** What the programs call themselves that sent the first request and the last response. */
    public Set<String> programs() {
        Set<String> known = programs;
        if (known == null) {
            known = readPrograms();
            programs = known;
        }
        return known;
    }

    private Set<String> readPrograms() {
        Set<String> names = new LinkedHashSet<>();
        try {
            call.opening().header("User-Agent", "").ifPresent(names::add);
            call.messages().reversed().stream()
                    .filter(message -> message.head().status() != 0)
                    .findFirst()
                    .flatMap(response -> response.header("Server", "").or(() -> response.header("User-Agent", "")))
                    .ifPresent(names::add);
        } catch (InternalError e) {
            LOG.log(Level.DEBUG, "A message can no longer be read", e);
        }
        return names.stream().map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** Everything that words are looked for in: parties, Call-ID, method and addresses, in lower case. */
    String searched() {
        String known = searched;
        if (known == null) {
            known = String.join("\n", searchedParts()).toLowerCase(Locale.ROOT);
            searched = known;
        }
        return known;
    }

    private Set<String> searchedParts() {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(from().user() + "@" + from().host());
        parts.add(to().user() + "@" + to().host());
        parts.add(call.callId());
        parts.add(call.method());
        for (Message message : call.messages()) {
            parts.add(message.captured().source().text());
            parts.add(message.captured().destination().text());
        }
        return parts;
    }

    /** Whether someone did not get what they asked for, or something else was found to be wrong. */
    public boolean problem() {
        return (call.outcome().failed() && !mark.settled()) || mark.problem();
    }

    public FindingMark mark() {
        return mark;
    }

    /** Follows the mark; made only for the rows that are on screen. */
    public ReadOnlyObjectProperty<FindingMark> markProperty() {
        if (shownMark == null) {
            shownMark = new ReadOnlyObjectWrapper<>(this, "mark", mark);
        }
        return shownMark.getReadOnlyProperty();
    }

    void mark(FindingMark found) {
        mark = found;
        if (shownMark != null) {
            shownMark.set(found);
        }
    }

    /** Whether this is the other row's call, perhaps with more messages. */
    boolean continues(CallRow earlier) {
        return call.messages().getFirst() == earlier.call.messages().getFirst();
    }
}
