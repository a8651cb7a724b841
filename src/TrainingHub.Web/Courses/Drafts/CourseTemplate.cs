using System.Text;

namespace TrainingHub.Courses.Drafts;

/// <summary>What a new course begins with: one lesson and the fewest questions that make a whole, each place to be written marked.</summary>
public static class CourseTemplate
{
    public static SortedDictionary<string, byte[]> Make(string slug, string title)
    {
        var plain = title.ReplaceLineEndings(" ").Replace("\"", "”", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        Add("course.yml", $"""
            slug: {slug}
            title: "{plain}"
            titleEn: "{plain}"
            summary: 用一句话说明学完会什么。
            summaryEn: Say in one sentence what learners will be able to do.
            audience:
              - teacher
            creditMinutes: 15
            quiz: {slug}-final
            """);
        Add("lessons/01-start.md", """
            ---
            title: 第一课的标题
            minutes: 15
            checks: [start-1, start-2]
            ---

            ## 小标题

            在这里写课文。左边写，右边看到学员看到的样子。

            ::: warning
            需要提醒的事写在这样的块里。
            :::
            """);
        Add("questions/lesson-1.yml", """
            - id: start-1
              kind: single
              use: both
              difficulty: 1
              stem: 在这里写题干。
              options: [第一个选项, 第二个选项, 第三个选项, 第四个选项]
              answer: A
              explanation: 说明为什么对。
              basis: {document: 文件名称（文号）, statement: 依据的原话或者大意}
            - id: start-2
              kind: trueFalse
              use: practice
              difficulty: 1
              stem: 在这里写一句要判断对错的话。
              answer: false
              explanation: 说明错在哪里。
              basis: {document: 文件名称（文号）, statement: 依据的原话或者大意}
            """);
        Add($"quizzes/{slug}-final.yml", $"""
            slug: {slug}-final
            title: 结业测验
            titleEn: Final quiz
            minutes: 10
            passPercent: 80
            attempts: 0
            waitMinutes: 10
            sections:
              - kind: single
                count: 1
                points: 10
            """);
        return files;

        void Add(string name, string text) => files.Add($"{slug}/{name}", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n") + "\n"));
    }
}
