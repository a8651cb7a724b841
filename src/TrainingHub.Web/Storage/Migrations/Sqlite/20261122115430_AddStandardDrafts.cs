using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddStandardDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "PublishedEditions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<Guid>(
                name: "EndedBy",
                table: "PublishedEditions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndsOn",
                table: "PublishedEditions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PublishedBy",
                table: "PublishedEditions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EditionDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NormalizedTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Edition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Readers = table.Column<int>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EditionDrafts_Organizations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EditionDrafts_OwnerId",
                table: "EditionDrafts",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_EditionDrafts_Slug",
                table: "EditionDrafts",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishedEditions_ChangedAt",
                table: "PublishedEditions",
                column: "ChangedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EditionDrafts");

            migrationBuilder.DropIndex(
                name: "IX_PublishedEditions_ChangedAt",
                table: "PublishedEditions");

            // By SQLite itself: EF Core would build the table anew.
            migrationBuilder.Sql("ALTER TABLE \"PublishedEditions\" DROP COLUMN \"ChangedAt\"");
            migrationBuilder.Sql("ALTER TABLE \"PublishedEditions\" DROP COLUMN \"EndedBy\"");
            migrationBuilder.Sql("ALTER TABLE \"PublishedEditions\" DROP COLUMN \"EndsOn\"");
            migrationBuilder.Sql("ALTER TABLE \"PublishedEditions\" DROP COLUMN \"PublishedBy\"");
        }
    }
}
