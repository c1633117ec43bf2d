"""What is asked of Shopify's Admin API, by name. Shapes of version 2026-10.

https://shopify.dev/docs/api/admin-graphql/latest/mutations/articleCreate · …/mutations/translationsRegister
The blog's own connection is read, not the search of `articles`: a search index lags behind what was just created.
"""

VERSION = "2026-10"
SPACE = "acreage"  # namespace of our metafields

SHOP = """query AcreageShop {
  shop { name primaryDomain { url } }
  shopLocales { locale primary published }
  currentAppInstallation { accessScopes { handle } }
  blogs(first: 100) { nodes { id handle } }
}"""
ARTICLES = """query AcreageArticles($blog: ID!, $after: String) {
  blog(id: $blog) { articles(first: 50, after: $after, reverse: true) {
    pageInfo { hasNextPage endCursor }
    nodes { id handle metafields(first: 20, namespace: "acreage") { nodes { key value } } }
  } }
}"""
ARTICLE = """query AcreageArticle($id: ID!) {
  article(id: $id) {
    id handle title body summary tags isPublished
    image { url altText }
    metafields(first: 20, namespace: "acreage") { nodes { key value } }
    description: metafield(namespace: "global", key: "description_tag") { value }
  }
}"""
CREATE = """mutation AcreageCreate($article: ArticleCreateInput!) {
  articleCreate(article: $article) { article { id } userErrors { field message } }
}"""
UPDATE = """mutation AcreageUpdate($id: ID!, $article: ArticleUpdateInput!) {
  articleUpdate(id: $id, article: $article) { article { id } userErrors { field message } }
}"""
DELETE = """mutation AcreageDelete($id: ID!) {
  articleDelete(id: $id) { deletedArticleId userErrors { field message } }
}"""
TRANSLATIONS = """query AcreageTranslations($id: ID!, $locale: String!) {
  translatableResource(resourceId: $id) {
    translatableContent { key digest }
    translations(locale: $locale) { key value }
  }
}"""
TRANSLATE = """mutation AcreageTranslate($id: ID!, $translations: [TranslationInput!]!) {
  translationsRegister(resourceId: $id, translations: $translations) { userErrors { field message } }
}"""
UNTRANSLATE = """mutation AcreageUntranslate($id: ID!, $keys: [String!]!, $locales: [String!]!) {
  translationsRemove(resourceId: $id, translationKeys: $keys, locales: $locales) { userErrors { field message } }
}"""
MARK = """mutation AcreageMark($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) { userErrors { field message } }
}"""
REDIRECT = """mutation AcreageRedirect($urlRedirect: UrlRedirectInput!) {
  urlRedirectCreate(urlRedirect: $urlRedirect) { userErrors { field message } }
}"""
