using System.Globalization;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>The main job in a real browser, with the network lost in the middle of the quiz.</summary>
public sealed class MainJobTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const string Target = "/coverage/s3-7-2026";

    [Fact]
    public async Task A_principal_learns_passes_offline_and_online_and_a_stranger_believes_it()
    {
        await using var officer = await app.VisitAsync();
        await officer.SignInAsync(SmallWorld.CityOfficer);
        var before = await CoveredAsync(officer);
        await using var phone = await app.VisitAsync(Visit.Phone);
        phone.Expected.AddRange(["ERR_INTERNET_DISCONNECTED", "Failed to fetch"]);
        await phone.SignInAsync(SmallWorld.Principal);
        var principal = new Learner(app, phone, Learner.MajorHazards);

        await principal.FinishLessonsAsync();
        await principal.StartQuizAsync();
        await AnswerAllAsync(principal);
        await principal.HandInAsync();

        var certificate = await principal.CertificateAsync();
        await phone.OpenAsync(certificate);
        var verify = await phone.Page.Locator("a[href*='/verify/']").First.GetAttributeAsync("href");
        Assert.NotNull(verify);
        Assert.Equal(before + 1, await CoveredAsync(officer));
        await using var stranger = await app.VisitAsync(Visit.Phone);
        await stranger.OpenAsync(new Uri(app.Address, verify).PathAndQuery);
        Assert.Contains("有效", await stranger.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.DoesNotContain("沈知南", await stranger.Page.ContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>Three answers with receipts, four without a network, a reload once it is back, then the rest.</summary>
    private static async Task AnswerAllAsync(Learner principal)
    {
        var questions = await principal.QuestionsAsync();
        for (var item = 1; item <= 3; item++)
        {
            await principal.AnswerAsync(item);
            Assert.StartsWith("已保存 ", await principal.ReceiptAsync(item), StringComparison.Ordinal);
        }

        await principal.SetOfflineAsync(true);
        for (var item = 4; item <= 7; item++)
        {
            await principal.AnswerAsync(item);
            await principal.KeptAsync(item);
        }

        await principal.SetOfflineAsync(false);
        await principal.ReloadAsync();
        for (var item = 4; item <= 7; item++)
        {
            await principal.ReceiptAsync(item);
        }

        for (var item = 8; item <= questions; item++)
        {
            await principal.AnswerAsync(item);
            await principal.ReceiptAsync(item);
        }
    }

    private static async Task<int> CoveredAsync(Visit officer)
    {
        await officer.OpenAsync(Target);
        var covered = await officer.Page.Locator("section.now span").Filter(new() { HasText = "已训" }).Locator("b").First.InnerTextAsync();
        return int.Parse(covered, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }
}
