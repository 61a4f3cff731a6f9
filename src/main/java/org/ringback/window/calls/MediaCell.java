package org.ringback.window.calls;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import org.ringback.flow.MediaWays;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.Session;
import org.ringback.words.MediaWaysText;

/** Which ways media of a call were captured, in a word; follows as it is found out. */
final class MediaCell extends CallCell {

    private final InvalidationListener onMark = change -> redraw();
    private CallRow followed;

    MediaCell(Session session) {
        super(session, CallOrder.By.MEDIA);
    }

    @Override
    void show(CallRow row) {
        follow(row);
        Optional<MediaWays> ways = row.mark().media();
        setText(ways.map(MediaWaysText::of).map(texts()::get).orElse(null));
        String sentence = ways.map(MediaWaysText::hint).map(texts()::get).orElse(null);
        setAccessibleText(sentence);
        hint(sentence);
    }

    @Override
    void clear() {
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
