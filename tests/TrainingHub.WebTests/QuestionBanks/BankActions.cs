using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.QuestionBanks;

/// <summary>What tests of the question bank do again and again.</summary>
internal static class BankActions
{
    public const string City = "云岭市教育局", Linxi = "临溪区教育局", Wangchuan = "望川县教育局";

    public static Guid UnitOf(string key) => WorldIds.Of("organization", key);

    /// <summary>The fields of a single-choice question whose first option is right.</summary>
    public static List<KeyValuePair<string, string>> Form(string stem, string unit, params KeyValuePair<string, string>[] more) =>
    [
        new("IsMarkdown", "false"), new("Unit", unit), new("Kind", "Single"), new("Stem", stem), new("Options", "每月"), new("Options", "每季度"), new("Options", ""), new("Options", "每年"), new("Right", "0"),
        new("Explanation", "见学校自查要求。"), new("Use", "Both"), new("Difficulty", "2"), new("Document", "学校安全自查清单"), new("Statement", "每月自查一次"), new("Tags", "消防，灭火器"),
        new("Points", "日常检查"), .. more,
    ];

    /// <summary>Keeps a new question and returns its address.</summary>
    public static async Task<string> WriteAsync(this TestBrowser browser, string stem, string unit)
    {
        using var answer = await browser.PostAsync("/questions", Form(stem, unit));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public static async Task<string> RevisionAsync(this TestBrowser browser, string address) =>
        Regex.Match(await browser.ReadAsync(address), "name=\"[Rr]evision\" value=\"(?<n>[0-9]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["n"].Value;

    /// <summary>Takes a step as somebody who sees the question as it is now.</summary>
    public static async Task<HttpStatusCode> StepAsync(this TestBrowser browser, string address, string step, string remark = "")
    {
        using var answer = await browser.PostAsync($"{address}/{step}", new() { ["revision"] = await browser.RevisionAsync(address), ["remark"] = remark });
        return answer.StatusCode;
    }

    public static Guid IdOf(string address) => Guid.Parse(address[^36..]);

    public static Task<BankQuestion> KeptAsync(this WebApp app, string address) => app.WithDbAsync(db => db.BankQuestions.AsNoTracking().SingleAsync(question => question.Id == IdOf(address)));

    public static Task<IReadOnlyList<QuestionVersion>> PoolAsync(this WebApp app, string unit) =>
        app.InsideAsync(async services => (IReadOnlyList<QuestionVersion>)[.. (await services.GetRequiredService<BankPool>().ReadAsync(UnitOf(unit), default)).Select(one => one.Question)]);

    public static IncomingQuestion Incoming(string stem, string[]? options = null, string id = "") => new(
        new QuestionVersion(
            new(id, QuestionKind.Single, stem, options ?? ["每月", "每季度", "每年"]), new([0], "见要求。", new Basis.OfDocument("清单", null, "每月一次")), QuestionUse.Both, 1),
        ["导入"], [], "某题库");

    /// <summary>Waits until a change of many is done; the application's own background work may do some of its steps.</summary>
    public static async Task FinishAsync(this WebApp app, Guid jobId)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                if (!await app.InsideAsync(services => services.GetRequiredService<ChangeQuestions>().StepAsync(jobId, default)))
                {
                    return;
                }
            }
            catch (DbUpdateException)
            {
                // The background work took this step.
            }
        }
    }
}
