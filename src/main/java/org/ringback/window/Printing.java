package org.ringback.window;

import javafx.geometry.Rectangle2D;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

/** Prints a picture, as wide as the paper, on as many pages as it takes. */
final class Printing {

    /** How it went. */
    enum Outcome {
        PRINTED,
        CANCELED,
        NO_PRINTER,
        FAILED
    }

    private Printing() {}

    static Outcome print(Image picture, Window owner) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Outcome.NO_PRINTER;
        }
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return Outcome.CANCELED;
        }
        return printPages(job, picture) && job.endJob() ? Outcome.PRINTED : Outcome.FAILED;
    }

    private static boolean printPages(PrinterJob job, Image picture) {
        PageLayout paper = job.getJobSettings().getPageLayout();
        double pageHeight = paper.getPrintableHeight() * picture.getWidth() / paper.getPrintableWidth();
        for (double top = 0; top < picture.getHeight(); top += pageHeight) {
            var page = new ImageView(picture);
            double height = Math.min(pageHeight, picture.getHeight() - top);
            page.setViewport(new Rectangle2D(0, top, picture.getWidth(), height));
            page.setFitWidth(paper.getPrintableWidth());
            page.setPreserveRatio(true);
            if (!job.printPage(paper, page)) {
                return false;
            }
        }
        return true;
    }
}
