using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Reads a question's answer into original option indices.</summary>
internal sealed class AnswerReader(ProblemLog log)
{
    /// <summary>Ascending indices from 0; null when the answer is missing or wrong, which is then in the log.</summary>
    public IReadOnlyList<int>? Read(Fields fields, QuestionKind? kind, int optionCount)
    {
        var text = fields.Text("answer");
        var place = fields.PlaceOf("answer");
        if (text.Length is 0 || kind is null)
        {
            return null;
        }

        if (kind is QuestionKind.TrueFalse)
        {
            return ReadTrueFalse(text, place);
        }

        // Options that could not be read are in the log already; an answer cannot be judged against them.
        return optionCount > 0 && ReadLetters(text, place, optionCount) is { } correct && IsRightCount(correct, kind.Value, optionCount, place)
            ? correct
            : null;
    }

    private int[]? ReadTrueFalse(string text, Place place)
    {
        if (text is "true" or "false")
        {
            return [text is "true" ? 0 : 1];
        }

        log.Error(
            place,
            "answer-not-true-false",
            ($"判断题的答案写的是“{text}”。", $"The answer of a true/false question is '{text}'."),
            ("写true（正确）或者false（错误）。", "Write true or false."));
        return null;
    }

    private int[]? ReadLetters(string text, Place place, int optionCount)
    {
        int[] places = [.. text.Select(letter => letter - 'A').Order()];
        var last = (char)('A' + optionCount - 1);
        if (places[0] < 0 || places[^1] >= optionCount)
        {
            log.Error(
                place,
                "answer-out-of-range",
                ($"答案“{text}”不全是选项的字母。", $"The answer '{text}' is not made of the options' letters."),
                ($"只用A到{last}的大写字母，中间不加空格和标点。", $"Use capital letters from A to {last}, without blanks or marks."));
            return null;
        }

        if (places.Distinct().Count() != places.Length)
        {
            log.Error(
                place,
                "answer-repeated",
                ($"答案“{text}”里有重复的字母。", $"The answer '{text}' repeats a letter."),
                ("每个字母只写一次。", "Write every letter once."));
            return null;
        }

        return places;
    }

    private bool IsRightCount(int[] correct, QuestionKind kind, int optionCount, Place place)
    {
        if (kind is QuestionKind.Single && correct.Length is not 1)
        {
            log.Error(
                place,
                "answer-single",
                ($"单选题有{correct.Length}个正确选项。", $"A single-choice question has {correct.Length} right options."),
                ("只留一个字母，或者把kind改为multiple。", "Keep one letter, or make the kind multiple."));
            return false;
        }

        if (kind is QuestionKind.Multiple && correct.Length < 2)
        {
            log.Error(
                place,
                "answer-multiple",
                ("多选题只有1个正确选项。", "A multiple-choice question has only one right option."),
                ("写两个以上的字母，或者把kind改为single。", "Write two or more letters, or make the kind single."));
            return false;
        }

        if (kind is QuestionKind.Multiple && correct.Length == optionCount)
        {
            log.Warning(
                place,
                "answer-all",
                ("所有选项都是正确的，全选就能得分。", "Every option is right; choosing all of them scores."),
                ("补一个似是而非的错误选项。", "Add a plausible wrong option."));
        }

        return true;
    }
}
