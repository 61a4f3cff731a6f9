package org.ringback.session;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.ladder.CallFlow;

/** The call that is looked at, what was found out about it, and which of its messages are. */
public final class OpenCall {

    private final List<Call> legs;
    private final List<Finding> findings;
    private final CallFlow flow;
    private final ObjectProperty<Message> selected = new SimpleObjectProperty<>(this, "selected");
    private final ObjectProperty<Message> compared = new SimpleObjectProperty<>(this, "compared");

    /**
     * Opens a call with nothing selected. Reads the messages of all legs, which takes long for a long call: on another
     * thread than the screen's, and while their capture is open.
     *
     * @param legs the call itself, then the legs that stand together with it
     * @param findings about the call itself, the heaviest first
     */
    public OpenCall(List<Call> legs, List<Finding> findings) {
        this.legs = List.copyOf(legs);
        this.findings = List.copyOf(findings);
        this.flow = new CallFlow(this.legs);
    }

    public Call call() {
        return legs.getFirst();
    }

    public List<Call> legs() {
        return legs;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** What its ladder is arranged from. */
    CallFlow flow() {
        return flow;
    }

    /** The message that is read now, or {@code null}. */
    public ObjectProperty<Message> selectedProperty() {
        return selected;
    }

    /** The message that stands beside it to be compared, or {@code null}. */
    public ObjectProperty<Message> comparedProperty() {
        return compared;
    }
}
