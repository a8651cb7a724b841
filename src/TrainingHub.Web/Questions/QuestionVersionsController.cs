using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.People;
using TrainingHub.Standards;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>One version of a question beside an earlier one.</summary>
[Route("questions/{id:guid}/versions"), Require(Capability.ManageCourses)]
public sealed class QuestionVersionsController(Db db, Banks banks, QuestionShelf shelf) : Controller
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
        return View(new QuestionVersionPage(question, before, after, TextDifference.Of(before is null ? "" : TextOf(texts[before.Hash], question), TextOf(texts[after.Hash], question))));
    }

    // Use and difficulty belong to no version: written alike on both sides they make no difference.
    private static string TextOf(QuestionVersion version, BankQuestion question) =>
        QuestionMarkdown.Write(new MarkdownQuestion(new QuestionVersion(version.Prompt, version.Key, question.Use, question.Difficulty)));
}
