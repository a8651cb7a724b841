using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.People;
using TrainingHub.Standards;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>One version of a question beside an earlier one.</summary>
[Route("questions/{id:guid}/versions"), Require(Capability.ManageCourses), LostRace]
public sealed class QuestionVersionsController(Db db, Banks banks, QuestionShelf shelf, QuestionQuery questions, WriteQuestion write, IStringLocalizer<QuestionsText> text) : Controller
{
    /// <param name="id">Of the question.</param>
    /// <param name="number">The later version, from 1.</param>
    /// <param name="with">The earlier one; null for the one before.</param>
    /// <param name="cancel">Stops the work.</param>
    [HttpGet("{number:int}")]
    public async Task<IActionResult> Show(Guid id, int number, int? with, CancellationToken cancel)
    {
        if (await banks.FindAsync(id, cancel) is not { } question)
        {
            return NotFound();
        }

        var earlier = with ?? number - 1;
        var versions = await db.BankQuestionVersions.AsNoTracking().Where(version => version.BankQuestionId == id && (version.Number == number || version.Number == earlier)).ToDictionaryAsync(version => version.Number, cancel);
        if (!versions.TryGetValue(number, out var after) || (with is not null && !versions.ContainsKey(earlier)))
        {
            return NotFound();
        }

        var texts = await shelf.QuestionsAsync([.. versions.Values.Select(version => version.Hash)], cancel);
        var before = versions.GetValueOrDefault(earlier);
        return View(new QuestionVersionPage(
            question,
            before,
            after,
            TextDifference.Of(before is null ? "" : TextOf(texts[before.Hash], question), TextOf(texts[after.Hash], question)),
            await db.BankQuestionVersions.Where(version => version.BankQuestionId == id).OrderByDescending(version => version.Number).Select(version => version.Number).ToListAsync(cancel),
            await banks.MayEditAsync(question.OwnerId, cancel)));
    }

    /// <summary>Makes an earlier version the newest again, as a draft: what was shown stays graded by the version that was shown.</summary>
    [HttpPost("{number:int}/restoration")]
    public async Task<IActionResult> Restore(Guid id, int number, int revision, CancellationToken cancel)
    {
        if (await banks.FindAsync(id, cancel) is not { } question || !await banks.MayEditAsync(question.OwnerId, cancel)
            || await db.BankQuestionVersions.AsNoTracking().SingleOrDefaultAsync(version => version.BankQuestionId == id && version.Number == number, cancel) is not { } version)
        {
            return NotFound();
        }

        var (kept, former) = (await questions.KeptAsync(question, cancel), (await shelf.QuestionsAsync([version.Hash], cancel))[version.Hash]);
        var restored = kept with { Question = new QuestionVersion(former.Prompt, former.Key, question.Use, question.Difficulty) };
        var outcome = await write.ChangeAsync(question, restored, question.FolderId, text["Version_Restored", number], revision, cancel);
        if (outcome is WriteOutcome.Written)
        {
            return Redirect($"/questions/{id}");
        }

        ModelState.Clear();
        ModelState.AddModelError("", text[outcome is WriteOutcome.Refused refused ? refused.Key : "Question_Overtaken"]);
        Response.StatusCode = outcome is WriteOutcome.Refused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return View("QuestionsShow", await questions.ShowAsync(await banks.FindAsync(id, cancel) ?? question, null, null, cancel));
    }

    // Use and difficulty belong to no version: written alike on both sides they make no difference.
    private static string TextOf(QuestionVersion version, BankQuestion question) =>
        QuestionMarkdown.Write(new MarkdownQuestion(new QuestionVersion(version.Prompt, version.Key, question.Use, question.Difficulty)));
}
