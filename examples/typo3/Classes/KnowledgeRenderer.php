<?php

declare(strict_types=1);

namespace RuhrKnowledge\Typo3;

use TYPO3\CMS\Core\Page\AssetCollector;
use TYPO3\CMS\Core\Resource\FileInterface;
use TYPO3\CMS\Core\Resource\FileReference;
use TYPO3\CMS\Core\Resource\Rendering\FileRendererInterface;
use TYPO3\CMS\Core\Utility\GeneralUtility;

/** Shows a page of the plugin in a frame, whose height a script of the plugin adjusts. */
final class KnowledgeRenderer implements FileRendererInterface
{
    public function getPriority(): int
    {
        return 1;
    }

    public function canRender(FileInterface $file): bool
    {
        return $file->getExtension() === 'ruhrknowledge';
    }

    public function render(FileInterface $file, $width, $height, array $options = []): string
    {
        $original = $file instanceof FileReference ? $file->getOriginalFile() : $file;
        $address = KnowledgeMedia::address(trim($original->getContents()));
        if ($address === null) {
            return '';
        }
        GeneralUtility::makeInstance(AssetCollector::class)->addJavaScript(
            'ruhr-knowledge',
            KnowledgeMedia::publicBaseUrl() . '/ruhr-knowledge.js',
            ['type' => 'module'],
            ['external' => true]
        );
        $title = (string) ($file->getProperty('title') ?: $original->getNameWithoutExtension());
        return sprintf(
            '<iframe src="%s" title="%s" width="100%%" height="%d" loading="lazy"></iframe>',
            htmlspecialchars($address, ENT_QUOTES),
            htmlspecialchars($title, ENT_QUOTES),
            max(200, (int) $height ?: 600)
        );
    }
}
