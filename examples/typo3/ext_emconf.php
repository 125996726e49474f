<?php

$EM_CONF[$_EXTKEY] = [
    'title' => 'Ruhr Knowledge',
    'description' => 'Shows pages of Ruhr Knowledge as media: an editor pastes an address.',
    'category' => 'fe',
    'state' => 'beta',
    'version' => '0.1.0',
    'constraints' => [
        'depends' => ['typo3' => '12.4.0-13.4.99'],
    ],
];
