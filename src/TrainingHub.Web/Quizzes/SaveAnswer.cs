using System.Diagnostics;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Reads a submitted answer by the paper it belongs to and has it written.</summary>
public sealed class SaveAnswer(PaperCards cards, AnswerWriter writer, Ids ids, DayClock clock)
{
    /// <summary>What saving led to; null when the answer is none that the item offers.</summary>
    public async Task<SaveOutcome?> RunAsync(Guid personId, string slug, int number, int item, int version, string? text, string device, CancellationToken cancel)
    {
        if (await cards.FindAsync(personId, slug, number, cancel) is not { } card || !card.Items.TryGetValue(item, out var shown))
        {
            return new SaveOutcome.NotFound();
        }

        return ResponseText.Parse(text, shown.Prompt, shown.OptionOrder) switch
        {
            ResponseOutcome.Parsed(var response) => await WriteAsync(new AnswerToSave(card.AttemptId, personId, item, version, device, response.ToString()), cancel),
            ResponseOutcome.Refused => null,
            _ => throw new UnreachableException(),
        };
    }

    private async Task<SaveOutcome> WriteAsync(AnswerToSave answer, CancellationToken cancel)
    {
        var outcome = await writer.SaveAsync(answer, cancel);
        if (outcome is SaveOutcome.TakenOver)
        {
            await writer.WriteAsync([RefusedAnswer.Note(answer, ids.Next(), clock.Now)], locked: null, cancel);
        }

        return outcome;
    }
}
