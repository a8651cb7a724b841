using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>图上标注: the places of a question's picture, drawn or typed as numbers. What was another kind of question becomes one of places.</summary>
[Route("questions/{id:guid}/zones"), Require(Capability.ManageCourses), LostRace]
public sealed class ZonesController(Banks banks, QuestionQuery questions, WriteQuestion write, IStringLocalizer<QuestionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is var (question, kept, picture) ? View("ZonesShow", new ZonesPage(question, kept.Question.Prompt, picture, InputOf(question, kept.Question), [])) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Update(Guid id, [FromForm] ZonesInput input, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not var (question, kept, picture))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Places(input) is not { } places)
        {
            return Refuse(new ZonesPage(question, kept.Question.Prompt, picture, input, []), "Zones_Unreadable", StatusCodes.Status422UnprocessableEntity);
        }

        // Written as Markdown and read like it: the same rules in the same words as everywhere.
        var reading = QuestionMarkdown.Read(QuestionMarkdown.Write(With(kept, picture, places)));
        if (reading is not { Problems: [], Questions: [var changed] })
        {
            return Refuse(new ZonesPage(question, kept.Question.Prompt, picture, input, reading.Problems), null, StatusCodes.Status422UnprocessableEntity);
        }

        return await write.ChangeAsync(question, changed, question.FolderId, text["Zones_Note"], input.Revision, cancel) switch
        {
            WriteOutcome.Written => Redirect($"/questions/{id}"),
            WriteOutcome.Overtaken => Refuse(new ZonesPage(question, kept.Question.Prompt, picture, input, []), "Question_Overtaken", StatusCodes.Status409Conflict),
            var outcome => Refuse(
                new ZonesPage(question, kept.Question.Prompt, picture, input, []), outcome is WriteOutcome.Refused refused ? refused.Key : "Question_Unreadable", StatusCodes.Status422UnprocessableEntity),
        };
    }

    private async Task<(BankQuestion Question, MarkdownQuestion Kept, QuestionPicture Picture)?> FindAsync(Guid id, CancellationToken cancel) =>
        await banks.FindAsync(id, cancel) is { Status: not BankStatus.Retired } question && await banks.MayEditAsync(question.OwnerId, cancel)
            && await questions.KeptAsync(question, cancel) is var kept && kept.Question.Prompt is { Picture: { } picture, MorePictures: [] }
            ? (question, kept, picture)
            : null;

    private static ZonesInput InputOf(BankQuestion question, QuestionVersion version) => version.Prompt.Kind is QuestionKind.Hotspot
        ? new ZonesInput { Names = [.. version.Prompt.Options], Corners = [.. version.Key.Zones.Select(ZoneText.Write)], Right = version.Key.CorrectOptions, Revision = question.Revision }
        : new ZonesInput { Revision = question.Revision };

    /// <summary>Rows in which something stands; null when a name has no place or a place no name.</summary>
    private static List<(string Name, Zone Zone, bool IsRight)>? Places(ZonesInput input)
    {
        List<(string Name, Zone Zone, bool IsRight)> places = [];
        foreach (var (at, (typed, corners)) in (input.Names ?? []).Zip(input.Corners ?? []).Index())
        {
            var name = BankWords.Line(typed);
            if (name.Length is 0 && string.IsNullOrWhiteSpace(corners))
            {
                continue;
            }

            if (name.Length is 0 || ZoneText.Read(corners) is not { } zone)
            {
                return null;
            }

            places.Add((name, zone, input.Right?.Contains(at) is true));
        }

        return places;
    }

    private static MarkdownQuestion With(MarkdownQuestion kept, QuestionPicture picture, List<(string Name, Zone Zone, bool IsRight)> places)
    {
        var (prompt, key) = (kept.Question.Prompt, kept.Question.Key);
        return kept with
        {
            Question = new QuestionVersion(
                new QuestionPrompt(prompt.Id, QuestionKind.Hotspot, prompt.Stem, [.. places.Select(place => place.Name)]) { Picture = picture, Case = prompt.Case },
                new QuestionKey([.. places.Index().Where(place => place.Item.IsRight).Select(place => place.Index)], key.Explanation, key.Basis)
                {
                    MoreClauses = key.MoreClauses,
                    Zones = [.. places.Select(place => place.Zone)],
                },
                kept.Question.Use,
                kept.Question.Difficulty),
        };
    }

    private ViewResult Refuse(ZonesPage page, string? why, int status)
    {
        ModelState.Clear();
        if (why is not null)
        {
            ModelState.AddModelError("", text[why]);
        }

        Response.StatusCode = status;
        return View("ZonesShow", page);
    }
}
