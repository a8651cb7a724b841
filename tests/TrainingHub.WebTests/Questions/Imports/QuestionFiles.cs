using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions.Imports;

namespace TrainingHub.WebTests.Questions.Imports;

/// <summary>Uploads files of questions and does the background work of their import, step by step.</summary>
internal static class QuestionFiles
{
    public const string Linxi = "临溪区教育局";

    /// <summary>So many true/false questions, each unlike the others.</summary>
    public static byte[] Csv(string about, int questions)
    {
        var text = new StringBuilder("题型,题干,正确答案,依据\n");
        for (var number = 1; number <= questions; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"判断题,{Words(about, number)}{about}第{number}条,{(number % 2 is 0 ? "对" : "错")},《校园安全手册》\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Stems that differ as those of a real bank do: by their words, not by a number alone, and in each file by others.
    private static string Words(string about, int number)
    {
        var random = new Random((about.Sum(letter => letter) * 1009) + number);
        return string.Concat(Enumerable.Range(0, 18).Select(_ => (char)(0x4E00 + random.Next(0x5000))));
    }

    extension(WebApp app)
    {
        public async Task TakeAsync(int steps = int.MaxValue)
        {
            while (steps-- > 0 && await app.InsideAsync(async services =>
            {
                var work = services.GetRequiredService<QuestionImportWork>();
                return await work.FindAsync("test", default) is { } id && (await work.StepAsync(id, default) || await work.FindAsync("test", default) is not null);
            }))
            {
                // The condition does the work.
            }
        }
    }

    extension(WebApp app)
    {
        /// <summary>Sends a file and has it read; the address of the import.</summary>
        public async Task<string> StageAsync(TestBrowser browser, byte[] bytes, string folder = "", string basis = "")
        {
            using var answer = await browser.UploadQuestionsAsync(bytes, folder: folder, basis: basis);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
            await app.TakeAsync();
            return answer.Headers.Location!.OriginalString;
        }
    }

    extension(TestBrowser browser)
    {
        public Task<HttpResponseMessage> UploadQuestionsAsync(byte[] bytes, string unit = Linxi, string folder = "", string basis = "", string name = "题目.csv") =>
            browser.UploadAsync("/questions/imports", "File", name, bytes, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Unit"] = unit,
                ["Folder"] = folder,
                ["Basis"] = basis,
                ["Use"] = "Both",
            });

        public async Task<HttpStatusCode> StepAsync(string address)
        {
            using var answer = await browser.PostAsync(address, new Dictionary<string, string>(StringComparer.Ordinal));
            return answer.StatusCode;
        }
    }
}
