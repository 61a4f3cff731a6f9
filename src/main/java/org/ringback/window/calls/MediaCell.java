package org.ringback.window.calls;

import java.util.Optional;
import org.ringback.flow.MediaWays;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.Session;
import org.ringback.words.MediaWaysText;

/** Which ways media of a call were captured, in a word; follows as it is found out. */
final class MediaCell extends FollowingCell {

    MediaCell(Session session) {
        super(session, CallOrder.By.MEDIA);
    }

    @Override
    void showFound(CallRow row) {
        Optional<MediaWays> ways = row.mark().media();
        setText(ways.map(MediaWaysText::of).map(texts()::get).orElse(null));
        String sentence = ways.map(MediaWaysText::hint).map(texts()::get).orElse(null);
        setAccessibleText(sentence);
        hint(sentence);
    }
}
