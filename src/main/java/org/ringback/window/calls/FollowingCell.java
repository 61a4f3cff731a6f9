package org.ringback.window.calls;

import javafx.beans.InvalidationListener;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.Session;

/** Shows what is found out about a call after its row, and follows as it is. */
abstract class FollowingCell extends CallCell {

    private final InvalidationListener onMark = change -> redraw();
    private CallRow followed;

    FollowingCell(Session session, CallOrder.By column) {
        super(session, column);
    }

    @Override
    final void show(CallRow row) {
        follow(row);
        showFound(row);
    }

    /** What is known of the call by now. */
    abstract void showFound(CallRow row);

    @Override
    final void clear() {
        follow(null);
        super.clear();
    }

    private void follow(CallRow row) {
        if (row != followed) {
            if (followed != null) {
                followed.markProperty().removeListener(onMark);
            }
            followed = row;
            if (row != null) {
                row.markProperty().addListener(onMark);
            }
        }
    }
}
