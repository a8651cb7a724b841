using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>Reads a submitted choice by the paper it belongs to and has it written.</summary>
public sealed class SaveAnswer(PaperCards cards, AnswerWriter writer)
{
    /// <summary>What saving led to; null when the choice is none that the item offers.</summary>
    public async Task<SaveOutcome?> RunAsync(Guid personId, string slug, int number, int item, int version, string? letters, CancellationToken cancel)
    {
        if (await cards.FindAsync(personId, slug, number, cancel) is not { } card || !card.Items.TryGetValue(item, out var shown))
        {
            return new SaveOutcome.NotFound();
        }

        return Choice.Parse(letters, shown.Kind, shown.OptionOrder) switch
        {
            ChoiceOutcome.Parsed(var choice) => await writer.SaveAsync(new AnswerToSave(card.AttemptId, personId, item, version, choice.ToString()), cancel),
            ChoiceOutcome.Refused => null,
            _ => throw new UnreachableException(),
        };
    }
}
