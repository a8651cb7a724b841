using System.Text;
using TrainingHub.Questions;

namespace TrainingHub.Sessions;

/// <summary>速录: the letters of a paper of choice questions, from the first question to the last.</summary>
public static class QuickLetters
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MostCharacters = 2000;

    /// <summary>
    /// One group of letters for each question, apart by spaces, commas or line ends; where each question was given one letter they may stand together. A
    /// hyphen: not answered. Small and full-width letters are read as capitals; √ and × as the first and the second option.
    /// </summary>
    /// <param name="text">As typed.</param>
    /// <param name="items">Of the whole paper, in its order: what was asked, and in which order its options were shown.</param>
    public static QuickOutcome Read(string text, IReadOnlyList<(QuestionPrompt Prompt, IReadOnlyList<int> Order)> items)
    {
        var groups = Groups(text);
        if (groups.Count != items.Count)
        {
            // Where several letters may be right and groups were made, only these tell where a question ends.
            var isGrouped = groups.Count > 1 && items.Any(item => item.Prompt.Kind is QuestionKind.Multiple);
            var single = string.Concat(groups).Select(letter => letter.ToString()).ToList();
            if (isGrouped || single.Count != items.Count)
            {
                var given = isGrouped ? groups.Count : single.Count;
                return new QuickOutcome.Refused([given < items.Count ? new QuickFault(given + 1, QuickFaultKind.Missing) : new QuickFault(items.Count + 1, QuickFaultKind.TooMany)]);
            }

            groups = single;
        }

        List<QuickFault> faults = [.. items.Zip(groups).Index().Select(one => FaultOf(one.Index + 1, one.Item.First, one.Item.Second)).OfType<QuickFault>()];
        return faults.Count > 0
            ? new QuickOutcome.Refused(faults)
            : new QuickOutcome.Read(groups.Index().Where(group => group.Item is not "-").ToDictionary(group => group.Index + 1, group => string.Concat(group.Item.Order())));
    }

    private static List<string> Groups(string text) =>
    [
        .. string.Concat(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Select(letter => letter switch
        {
            '√' or '✓' => 'A',
            '×' or '✗' => 'B',
            '—' or '–' or '_' => '-',
            ',' or '、' or ';' or '.' or '。' or '/' or '|' => ' ',
            _ => letter,
        })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static QuickFault? FaultOf(int number, (QuestionPrompt Prompt, IReadOnlyList<int> Order) item, string letters) =>
        letters is not "-" && Choice.Parse(letters, item.Prompt.Kind, item.Order) is ChoiceOutcome.Refused(var why)
            ? new QuickFault(number, why switch
            {
                ChoiceRefusal.RepeatedLetter => QuickFaultKind.RepeatedLetter,
                ChoiceRefusal.TooManyLetters => QuickFaultKind.TooManyLetters,
                _ => QuickFaultKind.UnknownLetter,
            })
            : null;
}
