package kz.aryz.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/** Output to a file that is on disk once it is closed. */
final class ForcedOutput extends FilterOutputStream {

    private final FileChannel file;

    ForcedOutput(OutputStream out, FileChannel file) {
        super(out);
        this.file = file;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            flush();
            file.force(true);
        }
        super.close();
    }
}
