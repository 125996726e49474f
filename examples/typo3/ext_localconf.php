<?php

declare(strict_types=1);

use RuhrKnowledge\Typo3\KnowledgeMedia;
use RuhrKnowledge\Typo3\KnowledgeRenderer;
use TYPO3\CMS\Core\Resource\Rendering\RendererRegistry;
use TYPO3\CMS\Core\Utility\GeneralUtility;

defined('TYPO3') or die();

// An address becomes a small file that holds it, of a kind of its own.
$GLOBALS['TYPO3_CONF_VARS']['SYS']['fal']['onlineMediaHelpers']['ruhrknowledge'] = KnowledgeMedia::class;
$GLOBALS['TYPO3_CONF_VARS']['SYS']['FileInfo']['fileExtensionToMimeType']['ruhrknowledge'] = 'text/x-ruhr-knowledge';
$GLOBALS['TYPO3_CONF_VARS']['SYS']['mediafile_ext'] .= ',ruhrknowledge';

GeneralUtility::makeInstance(RendererRegistry::class)->registerRendererClass(KnowledgeRenderer::class);
