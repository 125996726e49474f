<?php
// Tries the extension with stand-ins for those classes of TYPO3 that it uses.

namespace TYPO3\CMS\Core\Configuration {
    class ExtensionConfiguration
    {
        public static string $base = 'https://wissen.example/ruhr-knowledge/';
        public function get(string $key): array
        {
            return ['publicBaseUrl' => self::$base];
        }
    }
}

namespace TYPO3\CMS\Core\Page {
    class AssetCollector
    {
        public static array $added = [];
        public function addJavaScript(string $id, string $source, array $attributes = [], array $options = []): self
        {
            self::$added[$id] = [$source, $attributes, $options];
            return $this;
        }
    }
}

namespace TYPO3\CMS\Core\Resource {
    class Folder {}
    interface FileInterface
    {
        public function getExtension(): string;
        public function getContents(): string;
        public function getProperty(string $name): mixed;
        public function getNameWithoutExtension(): string;
    }
    class File implements FileInterface
    {
        public function __construct(private string $contents, private string $title = '') {}
        public function getExtension(): string { return 'ruhrknowledge'; }
        public function getContents(): string { return $this->contents; }
        public function getProperty(string $name): mixed { return $this->title; }
        public function getNameWithoutExtension(): string { return 'name'; }
    }
    class FileReference {}
}

namespace TYPO3\CMS\Core\Resource\Rendering {
    interface FileRendererInterface
    {
        public function getPriority();
        public function canRender(\TYPO3\CMS\Core\Resource\FileInterface $file);
        public function render(\TYPO3\CMS\Core\Resource\FileInterface $file, $width, $height, array $options = []);
    }
}

namespace TYPO3\CMS\Core\Utility {
    class GeneralUtility
    {
        public static function makeInstance(string $class): object
        {
            return new $class();
        }
    }
}

namespace TYPO3\CMS\Core\Resource\OnlineMedia\Helpers {
    use TYPO3\CMS\Core\Resource\File;
    use TYPO3\CMS\Core\Resource\Folder;
    abstract class AbstractOEmbedHelper
    {
        protected $extension = 'ruhrknowledge';
        public static string $asked = '';
        abstract protected function getOEmbedUrl($mediaId, $format = 'json');
        abstract public function transformUrlToFile($url, Folder $targetFolder);
        abstract public function getPublicUrl(File $file);
        abstract public function getPreviewImage(File $file);
        public function getOnlineMediaId(File $file) { return trim($file->getContents()); }
        protected function transformMediaIdToFile($mediaId, Folder $targetFolder, $fileExtension)
        {
            self::$asked = $this->getOEmbedUrl($mediaId);
            return new File($mediaId);
        }
    }
}

namespace {
    use RuhrKnowledge\Typo3\KnowledgeMedia;
    use RuhrKnowledge\Typo3\KnowledgeRenderer;
    use TYPO3\CMS\Core\Configuration\ExtensionConfiguration;
    use TYPO3\CMS\Core\Page\AssetCollector;
    use TYPO3\CMS\Core\Resource\File;
    use TYPO3\CMS\Core\Resource\Folder;
    use TYPO3\CMS\Core\Resource\OnlineMedia\Helpers\AbstractOEmbedHelper;

    function expect(mixed $expected, mixed $found): void
    {
        if ($expected !== $found) {
            fwrite(STDOUT, 'expected ' . var_export($expected, true) . ', found ' . var_export($found, true) . "\n");
            debug_print_backtrace();
            exit(1);
        }
    }

    require $argv[1] . '/Classes/KnowledgeMedia.php';
    require $argv[1] . '/Classes/KnowledgeRenderer.php';
    $helper = new KnowledgeMedia();
    $base = 'https://wissen.example/ruhr-knowledge';

    foreach (['services', 'services?topic=start-ups&lang=de', 'institutions/rub?lang=en', 'finder?q=%22%26'] as $page) {
        $file = $helper->transformUrlToFile($base . '/embed/' . $page, new Folder());
        expect($page, $file?->getContents());
        expect($base . '/embed/' . $page, $helper->getPublicUrl($file));
        expect(
            $base . '/oembed?url=' . urlencode($base . '/embed/' . $page) . '&format=json',
            AbstractOEmbedHelper::$asked
        );
    }
    $foreign = [
        '', 'https://evil.example/ruhr-knowledge/embed/services', 'http://wissen.example/ruhr-knowledge/embed/services',
        'https://wissen.example@evil.example/ruhr-knowledge/embed/services', $base . '/embed/../api/v1/institutions',
        $base . '/embed/services#x', $base . '/embed/services?a="><script>', $base . '/embed/', $base . '/embed/services' . "\n",
    ];
    foreach ($foreign as $url) {
        expect(null, $helper->transformUrlToFile($url, new Folder()));
    }

    $renderer = new KnowledgeRenderer();
    $html = $renderer->render(new File("services?topic=a&lang=de\n", 'A "title" <b>'), '500m', 0);
    expect(
        '<iframe src="' . $base . '/embed/services?topic=a&amp;lang=de" title="A &quot;title&quot; &lt;b&gt;"'
            . ' width="100%" height="600" loading="lazy"></iframe>',
        $html
    );
    expect([$base . '/ruhr-knowledge.js', ['type' => 'module'], ['external' => true]], AssetCollector::$added['ruhr-knowledge']);
    expect('', $renderer->render(new File('https://evil.example/'), 1, 1));
    ExtensionConfiguration::$base = '';
    expect(null, $helper->transformUrlToFile('/embed/services', new Folder()));
    expect('', $renderer->render(new File('services'), 1, 1));
    echo 'as expected';
}
