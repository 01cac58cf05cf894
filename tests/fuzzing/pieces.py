"""What texts and configurations are put together from, so that chance comes upon what the program looks for."""

from __future__ import annotations

SENTENCE = "一年来，我镇扎实推进各项工作，完成财政收入3.2亿元，同比增长8.5%；接待群众120人次，满意率98.1%。"
MARKS = "一二三、，。；：（）()“”‘’《》年月日%0123.xX×_*□ 　\n\t\r\0\x1b\ufeff\u200b>#|-—…[]𠮷應\ud800"
WORDS = (
    *(
        "20xx年",
        "工作总结",
        "一、",
        "（一）",
        "1.",
        "一是",
        "主要成绩",
        "存在不足",
        "下一步工作",
        "财政收入万元",
        "XX镇",
    ),
    *(
        "同比增长",
        "的的",
        "<!-- lint-report: ",
        "忽略",
        "ignore-begin",
        "-->",
        "<p>",
        "&nbsp;",
        "{{",
        "}}",
        "```",
        "\r\n",
    ),
    *("范文", "5篇", "20222022", "应到54人，实到53人，出席率", "其中：", "2月30日"),
)
PIECES = (*MARKS, *WORDS, SENTENCE)
SETTINGS_PIECES = (
    *("rules", ":", "- ", "off", "[", "]", "{", "}", "P201", "&a", "*a", "allow", "patterns", "(", "extends", "kind"),
    *("!!python/object", "'", "#", "\0", "select", "lexicon", " ", "\n", "  ", "\t"),
)
