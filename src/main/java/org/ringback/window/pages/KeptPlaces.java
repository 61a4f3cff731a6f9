package org.ringback.window.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import org.ringback.session.History;
import org.ringback.session.Section;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.Place;

/** Where the reader was on each page: the way back leads there again. */
final class KeptPlaces {

    /** Nobody goes back farther than that. */
    private static final int MOST = 200;

    private final Section section;
    private final PageScroll scroll;
    private final Map<Integer, Place> places = new LinkedHashMap<>();
    private final ChangeListener<History.Place> onMove = (property, before, now) -> moved(before, now);

    private KeptPlaces(Section section, PageScroll scroll) {
        this.section = section;
        this.scroll = scroll;
    }

    /** Follows the way through a section whose pages are shown here. */
    static void keep(History history, Section section, PageScroll scroll) {
        var places = new KeptPlaces(section, scroll);
        history.hereProperty().addListener(places.onMove);
    }

    private void moved(History.Place before, History.Place now) {
        if (before.section() == section) {
            places.put(before.visit(), scroll.left());
            if (places.size() > MOST) {
                places.remove(places.keySet().iterator().next());
            }
        }
        if (now.section() == section && places.containsKey(now.visit())) {
            scroll.readOn(places.get(now.visit()));
        }
        scroll.arrived();
    }
}
