package ruhr.knowledge.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory. Any operation can be made to fail, and the power can be cut: then of what was not forced, some is lost,
 * some is torn, and some has reached the disk by luck.
 */
final class FakeDisk implements Disk {

    /** What a file holds, and how much of it is on the disk for certain. */
    private static final class Content {
        byte[] bytes = new byte[0];
        byte[] forced = new byte[0];
        boolean open = true;
    }

    private final Random random;
    private Map<Path, Content> names = new TreeMap<>();
    private Map<Path, Content> forcedNames = new TreeMap<>();
    private int operations;
    private int failing = Integer.MAX_VALUE;
    private boolean broken;
    private boolean staysBroken;

    FakeDisk(long seed) {
        random = new Random(seed);
    }

    /** Makes the n-th operation from now on fail, or it and all that follow. */
    void failAt(int n, boolean forGood) {
        operations = 0;
        failing = n;
        staysBroken = forGood;
        broken = false;
    }

    void repair() {
        failing = Integer.MAX_VALUE;
        broken = false;
    }

    boolean hasFailed() {
        return broken;
    }

    /** Returns the files that are there. */
    List<Path> files() {
        return List.copyOf(names.keySet());
    }

    byte[] bytes(Path file) {
        return names.get(file).bytes;
    }

    void put(Path file, byte[] bytes) {
        Content content = new Content();
        content.bytes = bytes;
        content.forced = bytes;
        content.open = false;
        names.put(file, content);
        forcedNames.put(file, content);
    }

    /** The power is cut and comes back. */
    void cutPower() {
        Map<Path, Content> left = new TreeMap<>(random.nextBoolean() ? names : forcedNames);
        for (Content content : left.values()) {
            content.open = false;
            if (content.forced != content.bytes) {
                byte[] torn = Arrays.copyOf(content.bytes, random.nextInt(content.bytes.length + 1));
                if (torn.length > 0 && random.nextBoolean()) {
                    int from = random.nextInt(torn.length);
                    Arrays.fill(torn, from, Math.min(torn.length, from + 512), (byte) 0);
                }
                content.bytes = torn;
                content.forced = torn;
            }
        }
        names = left;
        forcedNames = new TreeMap<>(left);
    }

    private void operation() throws IOException {
        operations++;
        if (operations == failing || broken && staysBroken) {
            broken = true;
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        operation();
    }

    @Override
    public Output create(Path file) throws IOException {
        operation();
        if (names.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Content content = new Content();
        names.put(file, content);
        return new Output() {
            private final ByteArrayOutputStream written = new ByteArrayOutputStream();

            @Override
            public void write(byte[] bytes) throws IOException {
                try {
                    operation();
                } catch (IOException full) {
                    // Half of it fits.
                    written.write(bytes, 0, bytes.length / 2);
                    content.bytes = written.toByteArray();
                    throw full;
                }
                written.write(bytes);
                content.bytes = written.toByteArray();
            }

            @Override
            public void force() throws IOException {
                operation();
                content.forced = content.bytes;
            }

            @Override
            public void close() throws IOException {
                content.open = false;
                operation();
            }
        };
    }

    @Override
    public InputStream read(Path file) throws IOException {
        operation();
        Content content = names.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return new ByteArrayInputStream(content.bytes) {
            @Override
            public int read(byte[] to) throws IOException {
                operation();
                return super.read(to);
            }
        };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        operation();
        Content content = names.remove(from);
        if (content == null) {
            throw new NoSuchFileException(from.toString());
        }
        names.put(to, content);
    }

    @Override
    public void delete(Path file) throws IOException {
        operation();
        names.remove(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        operation();
        forcedNames = new TreeMap<>(names);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        operation();
        return List.copyOf(names.keySet());
    }

    @Override
    public boolean isBeingWritten(Path file) throws IOException {
        operation();
        Content content = names.get(file);
        return content != null && content.open;
    }
}
