<?php

declare(strict_types=1);

namespace RuhrKnowledge\Typo3;

use TYPO3\CMS\Core\Configuration\ExtensionConfiguration;
use TYPO3\CMS\Core\Resource\File;
use TYPO3\CMS\Core\Resource\Folder;
use TYPO3\CMS\Core\Resource\OnlineMedia\Helpers\AbstractOEmbedHelper;
use TYPO3\CMS\Core\Utility\GeneralUtility;

/**
 * Takes the addresses that editors paste under "Add media by URL", if they are pages below the address that the
 * administrator has set. What identifies a page is its address without that beginning.
 */
final class KnowledgeMedia extends AbstractOEmbedHelper
{
    /** A widget, perhaps the id of an entry, perhaps filters: nothing that leads out of the pages of the plugin. */
    private const PAGE = '~^[a-z]+(/[a-z0-9-]{1,64})?(\?[^#\s"<>\\\\]{0,1800})?$~D';

    public function transformUrlToFile($url, Folder $targetFolder): ?File
    {
        $start = self::publicBaseUrl() . '/embed/';
        if ($start === '/embed/' || !str_starts_with((string) $url, $start)) {
            return null;
        }
        $page = substr((string) $url, strlen($start));
        return preg_match(self::PAGE, $page) === 1
            ? $this->transformMediaIdToFile($page, $targetFolder, $this->extension)
            : null;
    }

    public function getPublicUrl(File $file): ?string
    {
        return self::address($this->getOnlineMediaId($file));
    }

    /** There is no picture of a page. */
    public function getPreviewImage(File $file): string
    {
        return '';
    }

    protected function getOEmbedUrl($mediaId, $format = 'json'): string
    {
        return self::publicBaseUrl() . '/oembed?' . http_build_query([
            'url' => (string) self::address((string) $mediaId),
            'format' => $format,
        ]);
    }

    /** Returns the address of a page, or null for what is none. */
    public static function address(string $page): ?string
    {
        $base = self::publicBaseUrl();
        return $base !== '' && preg_match(self::PAGE, $page) === 1 ? $base . '/embed/' . $page : null;
    }

    /** Returns where the plugin answers, without a slash at the end; empty if nobody has set it. */
    public static function publicBaseUrl(): string
    {
        $settings = GeneralUtility::makeInstance(ExtensionConfiguration::class)->get('ruhr_knowledge');
        return rtrim((string) ($settings['publicBaseUrl'] ?? ''), '/');
    }
}
